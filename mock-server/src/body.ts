/** Bytes that a request of a sign-in may carry. */
const usualMost = 64 * 1024;

/** The text of a request's body; `undefined` when it is longer than any of ours has to be. */
export async function bodyOf(request: Request, most = usualMost): Promise<string | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) return undefined;
  const { body } = request;
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of body.values({ preventCancel: true })) {
    length += chunk.byteLength;
    if (length > most) break;
    text += decoder.decode(chunk, { stream: true });
  }
  if (length <= most) return text + decoder.decode();
  // The rest is not read. Nobody waits for its end: while a copy of the request is kept, as in a
  // service worker, it does not come.
  body.cancel().catch(() => undefined);
  return undefined;
}

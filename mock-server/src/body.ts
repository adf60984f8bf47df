/** Bytes that a request of a sign-in may carry. */
const usualMost = 64 * 1024;

/** The text of a request's body; `undefined` when it is longer than any of ours has to be. */
export async function bodyOf(request: Request, most = usualMost): Promise<string | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop ends the stream: the rest is not read.
    if (length > most) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

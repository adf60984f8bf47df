const bodies = new WeakMap<Response, Uint8Array<ArrayBuffer>>();

/** An answer whose body is there as a whole, to be sent as it is: it is not copied until it is read. */
export function readyAnswer(body: Uint8Array<ArrayBuffer>, headers: HeadersInit): Response {
  const lazy = new ReadableStream(
    {
      pull: (controller) => {
        controller.enqueue(body.slice());
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const answer = new Response(lazy, { headers });
  bodies.set(answer, body);
  return answer;
}

/** The body of an answer, where it is there as a whole; never to be changed. */
export function readyBodyOf(answer: Response): Uint8Array<ArrayBuffer> | undefined {
  return bodies.get(answer);
}

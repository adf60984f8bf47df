/** Lets everybody else go on so many times: what waits for nothing but its turn gets it. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resume) => setImmediate(resume));
}

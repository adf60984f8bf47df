import { isErrorCode, type ErrorCode } from '@tesserakit/domain';
import { TesseraError } from '../errors.ts';

/** Fails the law with a sentence unless it is so. */
export function expect(fact: boolean, otherwise: string): asserts fact {
  if (!fact) throw new Error(otherwise);
}

/** Fails the law unless the two say the same, in whatever order their fields are. */
export function expectSame(actual: unknown, expected: unknown, otherwise: string): void {
  const [is, wanted] = [spelled(actual), spelled(expected)];
  expect(is === wanted, `${otherwise} It is ${is}, not ${wanted}.`);
}

/** The same for things without an order. */
export function expectSameSet(
  actual: readonly string[],
  expected: readonly string[],
  otherwise: string,
): void {
  expectSame([...actual].sort(), [...expected].sort(), otherwise);
}

/**
 * Why a call was refused. Fails the law when it was not, or with anything but a TesseraError with a
 * code of the closed list.
 */
export async function refusal(call: () => Promise<unknown>, what: string): Promise<TesseraError> {
  let answer: unknown;
  try {
    answer = await call();
  } catch (thrown) {
    expect(thrown instanceof TesseraError, `${what} fails with ${String(thrown)}.`);
    expect(isErrorCode(thrown.code), `${what} fails with the unknown code ${thrown.code}.`);
    return thrown;
  }
  throw new Error(`${what} is not refused; it answers ${spelled(answer)}.`);
}

/** Fails the law unless the call is refused with one of these codes. */
export async function expectRefusal(
  call: () => Promise<unknown>,
  codes: ErrorCode | readonly ErrorCode[],
  what: string,
): Promise<void> {
  const { code } = await refusal(call, what);
  const wanted = [codes].flat();
  expect(wanted.includes(code), `${what} is refused with ${code}, not ${wanted.join(' or ')}.`);
}

function spelled(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return text ?? 'nothing';
}

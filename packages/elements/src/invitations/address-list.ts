import { acceptedEmail } from '@tesserakit/domain';

/** One address of a list, as it was given, and what the list says of it. */
export interface Listed {
  readonly email: string;
  /** Organization roles by id or name, where the list has a column for them. */
  readonly role?: string;
}

const separators = ',;،؛，；、';
const headings = {
  email: /^(user )?e-?mail([ _-]?add?ress\w*)?$|^mail$|^البريد( الإلكتروني)?$/i,
  role: /^(organi[sz]ation )?(roles?|rolle)$|^الدور$/i,
};

/**
 * The addresses of a text as people paste it: `Ada <ada@x.example>, b@y.example; c@z.example`, one a
 * line, with names in quotes or not. What is no address is kept whole, so that it can be corrected.
 * Rows of a table whose heading says where the address stands are read as such.
 */
export function addressesIn(text: string): Listed[] {
  const [heads = []] = rowsOf(text);
  const isTable = /[\r\n]/.test(text) && heads.some((head) => headings.email.test(head.trim()));
  return isTable ? addressesInTable(text) : listOf(text);
}

function listOf(text: string): Listed[] {
  return piecesOf(text).flatMap(addressesOfPiece);
}

/** Whether what was typed so far is ended by its last sign, so that it becomes an address. */
export function endsAddress(typed: string): boolean {
  const last = typed.at(-1) ?? '';
  if (last === '\n') return typed.trim() !== '';
  if (last === ' ') return acceptedEmail(typed) !== undefined;
  const pieces = piecesOf(`${typed}.`);
  return separators.includes(last) && typed.includes('@') && pieces.at(-1) === '.';
}

/**
 * The addresses of a table of values separated by commas, semicolons or tabs, as spreadsheets write
 * it: the column `email` and, where there is one, `role`; without headings, the first column that
 * holds an address.
 */
export function addressesInTable(text: string): Listed[] {
  const rows = rowsOf(text.replace(/^\uFEFF/, ''));
  const heads = (rows[0] ?? []).map((cell) => cell.trim());
  const named = heads.findIndex((head) => headings.email.test(head));
  const first = rows.find((row) => row.some((cell) => cell.includes('@'))) ?? [];
  const column = named < 0 ? first.findIndex((cell) => cell.includes('@')) : named;
  const withRoles = named < 0 && column === 0 && first.length === 2;
  const roles = withRoles ? 1 : heads.findIndex((head) => headings.role.test(head));
  return rows.slice(named < 0 ? 0 : 1).flatMap((row) => {
    const role = row[roles]?.trim();
    // Spreadsheets and our own export put an apostrophe before what could be a formula.
    const addresses = listOf((row[column] ?? '').replace(/^\s*'/, ''));
    return addresses.map((listed) => (role ? { ...listed, role } : listed));
  });
}

function addressesOfPiece(piece: string): Listed[] {
  const bracketed = [...piece.matchAll(/<([^<>]*)>/g)].map(([, inside = '']) => bare(inside));
  if (bracketed.some(Boolean)) return bracketed.filter(Boolean).map((email) => ({ email }));
  const words = piece.split(/\s+/).filter((word) => word.includes('@'));
  const emails = words.map(bare);
  const readable = emails.length > 0 && emails.every((email) => acceptedEmail(email));
  return (readable ? emails : [piece]).map((email) => ({ email }));
}

/** An address without what people and programs put around it. */
function bare(word: string): string {
  return word
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^["'([]+|["')\].:]+$/g, '');
}

/** Cuts at separators and line ends, but not within quotes or angle brackets. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    let piece = '';
    let closing = '';
    let family = '';
    const end = (sign: string) => {
      const whole = piece.trim();
      piece = '';
      if (/<[^<>]*@/.test(whole)) pieces.push(family + whole);
      else pieces.push(family, whole);
      // "Lovelace, Ada <ada@x.example>" is one person, not two.
      family = sign === ',' && !whole.includes('@') ? (pieces.pop() ?? '') : '';
    };
    for (const sign of line) {
      if (sign === closing) closing = '';
      else if (!closing && sign === '"') closing = '"';
      else if (!closing && sign === '<') closing = '>';
      if (!closing && separators.includes(sign)) end(sign);
      else piece += sign;
    }
    end('');
  }
  return pieces.filter(Boolean);
}

/** The cells of a table; quotes hold separators and line ends, doubled ones stand for themselves. */
function rowsOf(text: string): string[][] {
  const head = text.split(/[\r\n]/, 1)[0]?.replace(/"[^"]*"/g, '') ?? '';
  const often = (sign: string) => head.split(sign).length;
  const [delimiter = ','] = [',', ';', '\t', '|'].sort((a, b) => often(b) - often(a));
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') quoted = true;
    else if (sign === delimiter) end();
    else if (sign === '\n' || sign === '\r') {
      end();
      rows.push([]);
    } else cell += sign;
  }
  end();
  return rows.filter((row) => row.some((cell) => cell.trim()));
}

/** Names that try to break what shows them, each with what it tries. */
export const hostileNames: Readonly<Record<string, string>> = {
  markup: '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>',
  attribute: '" autofocus onfocus="document.title=\'broken\'" x="',
  template: '${document.title="broken"} {{constructor.constructor("document.title=1")()}}',
  query: "Robert'); DROP TABLE members;--",
  formula: '=HYPERLINK("https://evil.example","Open")',
  override: '\u202Eevil\u2066 moc.elpmaxe@nimda',
  isolate: '\u2067\u2068unfinished isolates',
  rightToLeft: 'محمد بن عبد الله Smith',
  long: 'N'.repeat(300),
  longWords: 'Llanfairpwllgwyngyll '.repeat(14).trim(),
  emoji: '👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈 Family Crew',
  combining: `Ve${'\u0301\u0323\u0330'.repeat(24)}ra`,
  lookAlike: 'Ingr\u0456d Solheim',
  same: 'Ingrid Solheim',
  sameOrganization: 'Acme Travel',
  lookAlikeOrganization: '\u0410cme Travel',
  blank: '   ',
  invisible: '\u200B\u2060\uFEFF',
  filler: '\u3164\u2800',
  none: '',
  control: 'Line\nbreak\tand\u0000nul',
  surrogate: 'Half a \uD83D letter',
  nothing: 'null',
  number: '1e309',
};

/** Ids that mean something to careless code; each is a whole, harmless id. */
export const hostileIds: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  '../admin',
  '%2e%2e%2f',
  'a/b?c=d#e',
  'user.both ',
  '9007199254740993',
];

/** Addresses by whom they belong to. */
export const hostileAddresses: Readonly<Record<string, string>> = {
  long: `${'l'.repeat(64)}@${'d'.repeat(63)}.${'d'.repeat(63)}.example`,
  markup: '"<script>alert(1)</script>"@acme.example',
  lookAlike: 'admin@\u0430cme.example',
  rightToLeft: 'محمد@مثال.example',
  query: "o'brien+tag@acme.example",
};

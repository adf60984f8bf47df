import fc from 'fast-check';
import { resolved, type JsonSchema } from './document.ts';

/** Values that mean something in the world that is asked, by the name of the property. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** `roleIds` holds what `roleId` is; so do `defaultRoleIds` and `exposedRoleGroupIds`. */
function knownAs(known: Known, name: string): readonly string[] | undefined {
  const bare = name.replace(/^(default|exposed|parent|first)/, '');
  const same = bare === name ? name : bare.charAt(0).toLowerCase() + bare.slice(1);
  return known[name] ?? known[same] ?? known[same.replace(/s$/, '')];
}

const word = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z]{2,12}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Zoë & Søn', 'مرحبا', '日本', '<b>x</b>', '👩‍💻', 'a\u200bb'),
  },
);

function textOf(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<string> {
  const meant = knownAs(known, name);
  const plain = plainText(schema);
  if (!meant) return plain;
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...meant) },
    { weight: 1, arbitrary: plain },
  );
}

function plainText({
  pattern,
  format,
  minLength = 0,
  maxLength,
}: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date-time') {
    const years = { min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true };
    return fc.date(years).map((date) => date.toISOString());
  }
  if (format === 'uri') return fc.webUrl();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const most = Math.min(maxLength ?? 40, 200);
  const any = fc.string({ minLength, maxLength: Math.max(minLength, most), unit: 'grapheme' });
  const suits = word.filter(({ length }) => length >= minLength && length <= most);
  return fc.oneof({ weight: 4, arbitrary: suits }, { weight: 1, arbitrary: any });
}

function listOf(schema: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  const { items = {}, minItems = 0, maxItems = 4 } = schema;
  const limits = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) };
  return fc.uniqueArray(valueOf(items, name, known), {
    ...limits,
    selector: (item) => JSON.stringify(item),
  });
}

function objectOf(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames = {} } = schema;
  if (typeof additionalProperties === 'object') {
    const names = textOf(resolved(propertyNames), '', {});
    return fc.dictionary(names, valueOf(additionalProperties, '', known), { maxKeys: 4 });
  }
  const fields = Object.entries(properties).map(
    ([name, inner]) => [name, valueOf(inner, name, known)] as const,
  );
  return fc.record(Object.fromEntries(fields), {
    requiredKeys: required.filter((name) => name in properties),
    noNullPrototype: true,
  });
}

/** Values that a schema allows; of a property, mostly those that mean something. */
export function valueOf(given: JsonSchema, name: string, known: Known): fc.Arbitrary<unknown> {
  const schema = resolved(given);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => valueOf(one, name, known)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  const { minimum = -1000, maximum = 100_000 } = schema;
  switch (schema.type) {
    case 'string':
      return textOf(schema, name, known);
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return listOf(schema, name, known);
    case 'object':
      return objectOf(schema, known);
    default:
      return fc.jsonValue();
  }
}

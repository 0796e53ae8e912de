/** What attackers send, as JSON text: much of it is no value that JavaScript could write itself. */
const deep = (open: string, close: string, times: number) => `${open.repeat(times)}1${close.repeat(times)}`

export const VALUES: readonly string[] = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1.5', '1e999', '-1e999', '1e-999', '9007199254740993'],
  ...['2147483648', '4294967296', '1E400', '""', '" "', '[]', '{}', '[[]]', '[null]', '[{}]', '{"":{}}'],
  ...['NaN', 'Infinity', 'undefined', '01', '1.', "'single'", '"open', '[1,]', '{"a":1,}', '// x', '\ufeff1'],
  ...['"\\ud800"', '"\\udc00\\ud800"', '"a\\u0000b"', '"\\u202eevil\\u202c"', '"\\u2066x"', '"\\u200b"'],
  ...['"\\ufeff"', '"\\u0085"', '"\\u001b[31m"', '"\\r\\n\\r\\nSet-Cookie: a=b"', '"\\u0007"', '"👨‍👩‍👧‍👦"', '"e\\u0301"'],
  ...['"__proto__"', '"constructor"', '"toString"', '"2026-02-30"', '"9999-99-99"', '"-0001-01-01"', '"+275760-09-13"'],
  ...['"2026-11-06T00:00:00Z"', '"1e3"', '"0x10"', '"١٢"', '"00000000-0000-0000-0000-000000000000"'],
  ...['"018F0000-0000-7000-8000-000000000001"', '"018f0000-0000-7000-8000-00000000000g"', '"{018f0000}"'],
  ...[`"' OR 1=1 --"`, `"'; DROP TABLE person; --"`, '"${7*7}"', '"{{7*7}}"', '"$(id)"', '"../../../etc/passwd"'],
  ...['"<script>alert(1)</script>"', '"=1+1"', '"%00"', '"file:///etc/passwd"', '"javascript:1"'],
  ...['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', '{"toJSON":1}'],
  ...['{"length":1e9}', '{"then":1}', '{"$ne":null}', '{"_placeholder":true,"num":0}', '{"type":"Buffer","data":[1]}'],
  ...[`"${'x'.repeat(10_000)}"`, `"${'😀'.repeat(3_000)}"`, `"${'a\\n'.repeat(3_000)}"`, `[${'0,'.repeat(9_000)}0]`],
  ...[deep('[', ']', 30), deep('{"a":', '}', 30), deep('[', ']', 9_000), deep('{"a":', '}', 6_000)],
]

export const KEYS: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'toJSON', 'then'],
  ...['author', 'role', 'roles', 'clinic', 'clinicId', 'id', 'person', 'relation', 'createdAt', 'at', 'seq', 'hash'],
  ...['', ' ', '0', '-1', 'a\u0000b', '\ud800', '\u202e', 'ｐｌａｎ', 'Plan', 'plan ', 'isAdmin', '$where', '_id'],
]

/** Put into a string that is there, in its middle. */
export const SPICES: readonly string[] = [
  ...['\u0000', '\ud83d', '\udc00', '\u202e', '\u2066', '\u200b', '\ufeff', '\u0085', '\u001b', '\r', '\n', '\t'],
  ...["'", '"', '\\', '%00', '<', '\u0301', '\u0000\u0000', ' ', 'x'.repeat(9_000), '\u2028', '\ufffe', '\u007f'],
]

/** Parts of an address. */
export const SEGMENTS: readonly string[] = [
  ...['%00', '%', '%zz', '%E0%A4%A', '%c0%ae%c0%ae', '..%2f..%2f', '%2e%2e', '%252e', '%u0041', '%ff'],
  ...['%27%20OR%201=1--', '__proto__', 'constructor', 'toString', '%F0%9F%98%80', '%ED%A0%80', '0', '-1', 'NaN'],
  ...['null', 'undefined', '00000000-0000-0000-0000-000000000000', 'a'.repeat(3_000), '%0d%0aX-Evil:%201', ';'],
]

export const QUERIES: readonly string[] = [
  ...['__proto__[a]=1', 'a[b][c]=1', 'a=1&a=2', 'a[]=1', '%00=1', '=', '&&&', '%zz', '%', '?', 'constructor=1'],
  ...['after=1e3', 'after=-1', 'after=', 'after=1&after=2', 'after[$gt]=1', 'before=9999999999999999', 'dry[]=1'],
  ...["after=' OR 1=1--", 'order=name;DROP TABLE person', 'practitioner[]=x', 'from=2026-02-30', 'seq=0x10', 'paper=..'],
  ...['replay=%00', 'after=%00', 'x'.repeat(4_000), `${'a=1&'.repeat(900)}`, 'order=%ED%A0%80', 'paper=__proto__'],
]

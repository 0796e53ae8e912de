import type { TestApi } from '../api.js'
import { newClientId, until } from '../live/wire.js'
import { openLine } from './line.js'
import type { Chance } from './random.js'
import type { Flaw } from './volley.js'
import type { Asker, Place } from './world.js'

/** Frames that engine.io and socket.io have to read before there is any message. */
const FRAMES: readonly (string | Buffer)[] = [
  ...[
    '',
    ' ',
    '1',
    '2',
    '2probe',
    '3',
    '3probe',
    '5',
    '6',
    '7',
    '9',
    'b',
    'bAAAA',
    'x',
    '\u0000',
    '4',
    '44',
    '45',
  ],
  ...[
    '40',
    '40/',
    '40/nowhere,',
    '40{"sid":1}',
    '40/__proto__,{}',
    `40/${'x'.repeat(9_000)},`,
    '41',
    '41/nowhere,',
    '43[]',
  ],
  ...[
    '42',
    '42[]',
    '42{}',
    '42"text"',
    '42[',
    '42[1]',
    '42[null]',
    '42[[]]',
    '42[{}]',
    '42[""]',
    '42["text"]',
    '42["text",{}',
  ],
  ...[
    '42["text",{},{},{}]',
    '421["join",{}]',
    '42999999999999999999["join",{}]',
    '42-1["join",{}]',
    '4242["look",null]',
  ],
  ...[
    '45-["text",{}]',
    '451-["text",{"_placeholder":true,"num":0}]',
    '4599999999-["text"]',
    '45-1-["text"]',
    '46-[]',
  ],
  ...['451-["text",{"_placeholder":true,"num":-1}]', '451-["text",{"_placeholder":true,"num":"__proto__"}]'],
  ...[
    '42/nowhere,["text",{}]',
    '42/__proto__,["text",{}]',
    '42["text",1e999]',
    '42["text",NaN]',
    '42["text",{"a":1,}]',
  ],
  `42["text",{"changes":[${'['.repeat(20_000)}${']'.repeat(20_000)}]}]`,
  `42["text",${'{"a":'.repeat(12_000)}1${'}'.repeat(12_000)}]`,
  `42["text","${'x'.repeat(120_000)}"]`,
  `42["text","${'x'.repeat(200_000)}"]`,
  ...[
    Buffer.alloc(0),
    Buffer.from([4]),
    Buffer.alloc(1_000, 0xff),
    Buffer.alloc(200_000),
    Buffer.from('42["text",{}]'),
  ],
]

/** Names that no event has, though every object has them. */
const NAMES: readonly string[] = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'isPrototypeOf',
    '__defineGetter__',
  ],
  ...[
    'error',
    'connect',
    'disconnect',
    'disconnecting',
    'connect_error',
    'newListener',
    'removeListener',
    'ping',
  ],
  ...[
    'joined',
    'accepted',
    'changed',
    'closed',
    'message',
    'open',
    'close',
    'drain',
    '',
    '*',
    'Text',
    'text ',
    '\u0000',
  ],
]

/** One of them on a line of its own; afterwards the same person is served as ever. */
export async function fireFrame(
  api: TestApi,
  asker: Asker,
  { plan }: Place,
  chance: Chance,
): Promise<readonly Flaw[]> {
  const line = await openLine(api, asker)
  const join = { plan, clientId: newClientId(), have: null, snapshot: true }
  const name = JSON.stringify(chance.pick(NAMES))
  const ack = chance.oneIn(3) ? String(chance.below(100)) : ''
  const frames = chance.oneIn(2)
    ? [chance.pick(FRAMES), ...(chance.oneIn(3) ? [chance.pick(FRAMES)] : [])]
    : [`42${ack}[${name},${chance.pick(['{}', 'null', JSON.stringify(join), '[]', '1,2,3'])}]`]
  const flaw = (what: string): Flaw => ({
    at: 'frame',
    how: frames.map((frame) => String(frame).slice(0, 80)).join(' | '),
    what,
  })
  for (const frame of frames) line.write(frame)
  // A question that is answered says that the frame was read, unless it ended the line.
  line.write(`42${JSON.stringify(['join', { ...join, plan: newClientId() }])}`)
  const answered = () =>
    line.said.some(({ event, message }) => event === 'refused' && message.code === 'not-found')
  try {
    await until(() => answered() || !line.isOpen(), 20_000)
  } catch {
    return [flaw('neither answered nor ended')]
  } finally {
    line.close()
  }
  const accepted = line.said.filter(({ event }) => event === 'accepted' || event === 'changed')
  return accepted.length > 0 ? [flaw('accepted')] : []
}

import type { Plan } from '@accord/domain/plan/plan'
import { REFUSAL_CODES } from '@accord/domain/refusal'
import { newUuid } from '../../src/history/new-uuid.js'
import type { TestApi } from '../api.js'
import { newClientId, until } from '../live/wire.js'
import { events, type EventDoor } from './doors.js'
import { leaksOf, verdictOf, type Verdict } from './judge.js'
import { openLine, type Line, type Said } from './line.js'
import { mutated } from './mutate.js'
import type { Chance } from './random.js'
import { hintsFor } from './requests.js'
import { examplesOf } from './schema.js'
import type { Stalls } from './stalls.js'
import { textOf, treeOf } from './tree.js'
import type { Asker, Place } from './world.js'

/** One hostile message. */
interface Mutant {
  readonly event: string
  readonly how: string
  readonly body: string
  readonly verdict: Verdict
}

export interface Flaw {
  readonly at: string
  readonly how: string
  readonly what: string
}

const KNOWN = new Set<string>(REFUSAL_CODES)
const ANSWERED = ['join', 'text', 'command']

/** Messages that are sent together, and answered before the next ones are. */
const VOLLEY = 70

export interface Volleys {
  /** Sends so many mutants; those that nothing may come of apart from the others. */
  fire(count: number, chance: Chance): Promise<readonly Flaw[]>
  readonly tally: Readonly<Record<'refused' | 'accepted', number>>
  close(): void
}

/** Mutants of every event's messages, said by somebody who may say them. */
export function volleysOf(api: TestApi, asker: Asker, place: Place, stalls: Stalls): Volleys {
  let line: Line | null = null
  const tally = { refused: 0, accepted: 0 }
  const opened = async () => {
    if (!line?.isOpen()) line = await openLine(api, asker)
    return line
  }
  const fire = async (count: number, chance: Chance) => {
    const flaws: Flaw[] = []
    for (let left = count; left > 0; left -= VOLLEY) {
      const now = { ...(await stand(await opened(), place)), longest: api.config.live.messageBytes }
      const all = Array.from({ length: Math.min(left, VOLLEY) }, () =>
        mutantOf(chance.pick(events()), place, now, chance),
      )
      for (const verdict of ['refuse', 'may'] as const) {
        const mutants = all.filter((mutant) => mutant.verdict === verdict)
        const on = await opened()
        await stalls.mark(null)
        flaws.push(...(await say(on, mutants, verdict)))
        await stalls.mark(`${verdict}: ${[...new Set(mutants.map(({ how }) => how))].join(' ')}`)
        for (const { event } of on.said) tally[event === 'refused' ? 'refused' : 'accepted'] += 1
        on.forget()
      }
    }
    return flaws
  }
  return { fire, tally, close: () => line?.close() }
}

interface Standing {
  readonly seq: number
  readonly length: number
}

/** And how many bytes a message has at most. */
type Bounds = Standing & { readonly longest: number }

/** How the plan stands, so that what is true of a mutant is true now. */
async function stand(line: Line, { plan, goal }: Place): Promise<Standing> {
  const joins = (): Said[] => line.said.filter(({ event }) => event === 'joined')
  const join = { plan, clientId: newClientId(), have: null, snapshot: true }
  line.write(`42${JSON.stringify(['join', join])}`)
  await until(() => joins().length > 0)
  const { seq, snapshot } = joins()[0]?.message as { seq: number; snapshot: Plan }
  line.forget()
  return { seq, length: snapshot.goals[goal]?.statement.text.length ?? 0 }
}

function mutantOf(
  { event, schema }: EventDoor,
  place: Place,
  { seq, length, longest }: Bounds,
  chance: Chance,
): Mutant {
  const changes = length === 0 ? [[0, 'a']] : [[0, 'a'], length]
  const fresh = newUuid(Date.now())
  const { command, ...hints } = hintsFor(place, '')
  const text = {
    ...hints,
    have: [null],
    field: ['statement'],
    changes: [changes],
    base: [seq],
    clientId: [fresh],
  }
  const messages = examplesOf(schema, chance.oneIn(3) ? { ...text, command: command ?? [] } : text)
  const { tree, how } = mutated(treeOf(chance.pick(messages)), chance)
  const body = textOf(tree)
  // A message that is no JSON, or longer than any may be, ends its socket: that is the frames' part.
  const isRead = isJson(body) && Buffer.byteLength(frameOf(event, body)) <= longest
  return isRead
    ? { event, how, body, verdict: verdictOf(schema, body) }
    : { event, how, body: '"no"', verdict: 'refuse' }
}

async function say(line: Line, mutants: readonly Mutant[], verdict: Verdict): Promise<readonly Flaw[]> {
  const due = mutants.filter(({ event }) => verdict === 'refuse' || ANSWERED.includes(event)).length
  for (const { event, body } of mutants) line.write(frameOf(event, body))
  const answers = () => line.said.filter(({ event }) => ['refused', 'accepted', 'joined'].includes(event))
  const flaw = (what: string): Flaw => {
    const sent = mutants.map(
      ({ event, how, body }) => `${event} ${how} (${Buffer.byteLength(body)} bytes) ${body.slice(0, 200)}`,
    )
    return { at: [...new Set(mutants.map(({ event }) => event))].join(), how: sent.join('\n'), what }
  }
  try {
    await until(() => answers().length >= due || !line.isOpen(), 20_000)
  } catch {
    return [flaw(`${answers().length} answers to ${due} messages`)]
  }
  if (!line.isOpen() && answers().length < due) {
    const came = `${answers().length} answers to ${due} messages, ${JSON.stringify(line.said).length} characters`
    return [flaw(`the socket was ended: ${line.whyEnded()}; ${came}`)]
  }
  const came = answers().filter(({ event }) => event !== 'refused')
  const codes = answers().flatMap(({ event, message }) =>
    event === 'refused' ? [message.code ?? 'none'] : [],
  )
  const unknown = codes.filter((code) => !KNOWN.has(code))
  const leaks = answers().flatMap(({ event, message }) =>
    event === 'refused' ? leaksOf(JSON.stringify(message)) : [],
  )
  return [
    ...(verdict === 'refuse' && came.length > 0 ? [flaw(`${came.length} accepted`)] : []),
    ...[...unknown, ...leaks].map(flaw),
  ]
}

function frameOf(event: string, body: string): string {
  return `42["${event}",${body}]`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

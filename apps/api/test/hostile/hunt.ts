import type { TestApi } from '../api.js'
import { shotAt } from './aim.js'
import { routes } from './doors.js'
import { edgeShots } from './edges.js'
import { fireFrame } from './frames.js'
import { chanceOf, type Chance } from './random.js'
import { fire, flawsOf, type Shot } from './shot.js'
import { watchStalls, type Stalls } from './stalls.js'
import { targetsIn, type Target } from './target.js'
import { volleysOf, type Flaw } from './volley.js'
import type { Asker, Place, World } from './world.js'

export interface Hunt {
  readonly seed: number
  readonly mutants: Readonly<Record<'rest' | 'socket' | 'frame', number>>
  readonly refused: number
  readonly accepted: number
  readonly flaws: readonly Flaw[]
  /** Lines of the server's log that say that something was thrown which nobody meant to be. */
  readonly bugs: readonly string[]
  readonly stalls: Pick<Stalls, 'over' | 'longest'>
}

/** Requests under way at the same time. */
const AT_ONCE = 8
const ROUND = 400

interface Counting {
  readonly flaws: Flaw[]
  refused: number
  accepted: number
}

function writerIn({ places, askers }: World): { readonly own: Place; readonly writer: Asker } {
  const [own] = places
  const writer = askers.find(({ name }) => name === 'client of the case')
  if (!own || !writer) throw new Error('a world without a case')
  return { own, writer }
}

/** Sends so many mutants to everything that answers anybody; the same ones for the same seed. */
export async function hunt(api: TestApi, world: World, mutants: number, seed: number): Promise<Hunt> {
  const chance = chanceOf(seed)
  const { own, writer } = writerIn(world)
  const targets = targetsIn(world, routes())
  const stalls = watchStalls()
  const volleys = volleysOf(api, writer, own, stalls)
  const sent = { rest: 0, socket: 0, frame: 0 }
  const counting: Counting = { flaws: [], refused: 0, accepted: 0 }
  sent.rest += await fireEdges(api, targets, counting)
  while (sent.rest + sent.socket + sent.frame < mutants) {
    const part = Math.min(ROUND, mutants - sent.rest - sent.socket - sent.frame)
    const [socket, frame] = [Math.floor(part * 0.36), Math.floor(part * 0.03)]
    const shots = Array.from({ length: part - socket - frame }, () =>
      shotAt(targetOf(targets, chance), chance),
    )
    await stalls.mark(null)
    await fireAll(api, shots, counting)
    await stalls.mark(`rest, from ${sent.rest}`)
    counting.flaws.push(...(await volleys.fire(socket, chance)))
    await stalls.mark(null)
    for (let left = frame; left > 0; left--)
      counting.flaws.push(...(await fireFrame(api, writer, own, chance)))
    await stalls.mark(`frames, from ${sent.frame}`)
    sent.rest += shots.length
    sent.socket += socket
    sent.frame += frame
  }
  volleys.close()
  stalls.end()
  const { refused, accepted, flaws } = counting
  return {
    seed,
    mutants: sent,
    refused: refused + volleys.tally.refused,
    accepted: accepted + volleys.tally.accepted,
    flaws,
    bugs: api.lines.filter((line) => line.includes('"event":"bug"')),
    stalls,
  }
}

async function fireEdges(api: TestApi, targets: readonly Target[], counting: Counting): Promise<number> {
  const edges = edgeShots(targets)
  await fireAll(api, edges, counting)
  return edges.length
}

/** What takes long to make is asked for less often. */
function targetOf(targets: readonly Target[], chance: Chance): Target {
  const target = chance.pick(targets)
  const isHeavy = /report$|bundle$/.test(target.door.path)
  return isHeavy && !chance.oneIn(4) ? chance.pick(targets) : target
}

async function fireAll(api: TestApi, shots: readonly Shot[], counting: Counting): Promise<void> {
  const waiting = [...shots]
  const worker = async (): Promise<void> => {
    for (let shot = waiting.pop(); shot; shot = waiting.pop()) {
      const landed = await fire(api, shot)
      counting[landed && landed.status < 400 ? 'accepted' : 'refused'] += 1
      const how = `${shot.how} ${shot.method} ${shot.path.slice(0, 200)} ${String(shot.body).slice(0, 300)}`
      for (const what of flawsOf(shot, landed)) counting.flaws.push({ at: shot.at, how, what })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await letEverybodyGoOn(api)
}

/** What was taken, as it should be, may have signed out whoever asks, or noted their death: they go on asking. */
async function letEverybodyGoOn({ owner }: TestApi): Promise<void> {
  await owner.transaction(async (manager) => {
    await manager.query('UPDATE sign_in SET ended_at = NULL WHERE ended_at IS NOT NULL')
    await manager.query('UPDATE person SET disabled_at = NULL WHERE disabled_at IS NOT NULL')
    // Deaths are corrected and never taken back: past the trigger that says so.
    await manager.query('SET LOCAL session_replication_role = replica')
    await manager.query('DELETE FROM client_death')
  })
}

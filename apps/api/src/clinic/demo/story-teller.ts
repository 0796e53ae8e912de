import type { Actor } from '@accord/domain/access/subject'
import type { TextPlace } from '@accord/domain/goal/field'
import type { ClientId, GoalId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import { textAt, type Plan } from '@accord/domain/plan/plan'
import { isRefusal } from '@accord/domain/refusal'
import { changesJson } from '@accord/domain/text/changes'
import type { LogPlace } from '../../history/entry.repository.js'
import { newUuid } from '../../history/new-uuid.js'
import type { LivePlanService, OperationMessage } from '../../live-plan/live-plan.service.js'
import type { PlanReader } from '../../plan/plan-reader.js'
import type { DemoIds } from './people.js'
import type { StoryClock } from './story-clock.js'
import { commandsOf, named, type Setting, type StoryNames } from './story-commands.js'
import type { Deed } from './story.js'
import { typing } from './typing.js'

/** An operation without what the tab adds. */
type Said =
  { readonly command: PlanCommand } | ({ readonly base: number; readonly changes: unknown[] } & TextPlace)

/** Where a story is told: through the very door that sockets come to. */
export interface Stage {
  readonly live: LivePlanService
  readonly reader: PlanReader
  readonly clock: StoryClock
  /** The log that it is told in. */
  readonly place: LogPlace
  readonly people: DemoIds
  /** When the story ends, in ms. */
  readonly now: number
}

const THINKING_MS = 4_000

/** Does what a story says, as its people would: with a tab of their own, at a human pace. */
export class StoryTeller {
  private readonly names: StoryNames = { goals: new Map(), steps: new Map(), questions: new Map() }

  private readonly written = new Map<string, { readonly goal: GoalId; readonly seq: number }>()

  constructor(private readonly stage: Stage) {}

  /** Where in the plan's record a text came to read so. */
  writtenAt(words: string): { readonly goal: GoalId; readonly seq: number } {
    const place = this.written.get(words)
    if (!place) throw new Error('the story never wrote that')
    return place
  }

  async tell(actor: Actor, deeds: readonly Deed[]): Promise<void> {
    const tab = new Tab(actor, this.stage)
    for (const deed of deeds) {
      this.stage.clock.wait(THINKING_MS)
      if (deed.kind === 'write') {
        const { goal, field = 'statement', words } = deed
        await this.write(tab, { goal: named(this.names.goals, goal), field }, words)
        continue
      }
      for (const command of commandsOf(deed, await this.setting())) await tab.say({ command })
      if (deed.kind === 'step' && deed.helps !== undefined) {
        const goal = named(this.names.goals, deed.goal)
        await this.write(tab, { goal, step: named(this.names.steps, deed.step), field: 'helps' }, deed.helps)
      }
    }
  }

  private async write(tab: Tab, place: TextPlace, words: string) {
    const plan = await this.plan()
    let base = plan.seq
    for (const { changes, pause } of typing(textAt(plan, place)?.text ?? '', words)) {
      this.stage.clock.wait(pause)
      base = await tab.say({ ...place, base, changes: [...changesJson(changes)] })
    }
    this.written.set(words, { goal: place.goal, seq: base })
  }

  private async setting(): Promise<Setting> {
    const { people, now, clock, place } = this.stage
    const plan = await this.plan()
    // What others may learn of one day has ids that hold no time. (DR5, CF8)
    return {
      plan,
      names: this.names,
      people,
      now,
      newId: () => newUuid(isPlan(place) ? clock.now() : 0),
    }
  }

  private async plan(): Promise<Plan> {
    return this.stage.reader.read(this.stage.place)
  }
}

/** One sitting of one person. */
class Tab {
  private readonly clientId: ClientId
  private op = 0

  constructor(
    private readonly actor: Actor,
    private readonly stage: Stage,
  ) {
    this.clientId = newUuid(stage.clock.now()) as ClientId
  }

  /** @returns the sequence number under which it was stored */
  async say(said: Said): Promise<number> {
    this.op += 1
    const message: OperationMessage = {
      plan: this.stage.place.log,
      clientId: this.clientId,
      op: this.op,
      ...said,
    }
    const answer = await this.stage.live.submit(this.actor, message)
    if (isRefusal(answer)) throw new Error(`the story was refused: ${answer.refused}`)
    return answer.seq
  }
}

function isPlan({ writer, confidants }: LogPlace): boolean {
  return writer === undefined && confidants === undefined
}

import type { Actor } from '@accord/domain/access/may'
import { wordingHash } from '@accord/domain/goal/wording'
import type { GoalField } from '@accord/domain/goal/field'
import type { ClientId, ClinicId, GoalId, LogId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import { textAt, type Plan } from '@accord/domain/plan/plan'
import { isRefusal } from '@accord/domain/refusal'
import { changesJson } from '@accord/domain/text/changes'
import { newUuid } from '../../history/new-uuid.js'
import type { LivePlanService, OperationMessage } from '../../live-plan/live-plan.service.js'
import type { PlanReader } from '../../plan/plan-reader.js'
import type { StoryClock } from './story-clock.js'
import type { Deed } from './story.js'
import { typing } from './typing.js'

/** An operation without what the tab adds. */
type Said =
  | { readonly command: PlanCommand }
  | { readonly base: number; readonly goal: GoalId; readonly field: GoalField; readonly changes: unknown[] }

/** Where a story is told: through the very door that sockets come to. */
export interface Stage {
  readonly live: LivePlanService
  readonly reader: PlanReader
  readonly clock: StoryClock
  readonly clinic: ClinicId
  readonly plan: LogId
}

const THINKING_MS = 4_000

/** Does what a story says, as its people would: with a tab of their own, at a human pace. */
export class StoryTeller {
  private readonly goals = new Map<string, GoalId>()

  constructor(private readonly stage: Stage) {}

  async tell(actor: Actor, deeds: readonly Deed[]): Promise<void> {
    const tab = new Tab(actor, this.stage)
    for (const deed of deeds) {
      this.stage.clock.wait(THINKING_MS)
      if (deed.kind === 'write') await this.write(tab, deed)
      else await tab.say({ command: this.commandOf(deed, await this.plan()) })
    }
  }

  private async write(tab: Tab, { goal, field = 'statement', words }: Extract<Deed, { kind: 'write' }>) {
    const place = { goal: this.goalOf(goal), field }
    const plan = await this.plan()
    let base = plan.seq
    for (const { changes, pause } of typing(textAt(plan, place)?.text ?? '', words)) {
      this.stage.clock.wait(pause)
      base = await tab.say({ ...place, base, changes: [...changesJson(changes)] })
    }
  }

  private commandOf(deed: Exclude<Deed, { kind: 'write' }>, plan: Plan): PlanCommand {
    switch (deed.kind) {
      case 'start': {
        const goal = newUuid(this.stage.clock.now()) as GoalId
        this.goals.set(deed.goal, goal)
        return { name: 'goal.add', goal, kind: deed.as ?? 'change', title: deed.title }
      }
      case 'setAside':
        return { name: 'goal.setAside', goal: this.goalOf(deed.goal), reason: deed.reason }
      case 'answer': {
        const goal = this.goalOf(deed.goal)
        const wording = wordingHash(goal, textAt(plan, { goal, field: 'statement' })?.text ?? '')
        const { answer, reason = null } = deed
        return { name: 'agreement.answer', goal, answer, wording, readAt: plan.seq, reason }
      }
    }
  }

  private goalOf(name: string): GoalId {
    const goal = this.goals.get(name)
    if (!goal) throw new Error('the story tells of a goal that nobody started')
    return goal
  }

  private async plan(): Promise<Plan> {
    return this.stage.reader.read(this.stage.clinic, this.stage.plan)
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
    const message: OperationMessage = { plan: this.stage.plan, clientId: this.clientId, op: this.op, ...said }
    const answer = await this.stage.live.submit(this.actor, message)
    if (isRefusal(answer)) throw new Error(`the story was refused: ${answer.refused}`)
    return answer.seq
  }
}

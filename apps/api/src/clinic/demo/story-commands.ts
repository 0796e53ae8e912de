import { stepWordingHash, wordingHash } from '@accord/domain/goal/wording'
import type { AgreementPlace } from '@accord/domain/goal/field'
import type { RatedOn } from '@accord/domain/goal/scale'
import type { GoalId, StepId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import { goalOf, stepOf, type Plan } from '@accord/domain/plan/plan'
import type { DemoIds } from './people.js'
import { dayFrom, type Deed } from './story.js'

/** What a story calls things, and what they are called in the plan. */
export interface StoryNames {
  readonly goals: Map<string, GoalId>
  readonly steps: Map<string, StepId>
  readonly questions: Map<string, string>
}

/** What a story's deed needs to become commands. */
export interface Setting {
  readonly plan: Plan
  readonly names: StoryNames
  readonly people: DemoIds
  /** When the story ends, in ms. */
  readonly now: number
  readonly newId: () => string
}

/** The commands by which somebody does what the story says. */
export function commandsOf(deed: Exclude<Deed, { kind: 'write' }>, setting: Setting): readonly PlanCommand[] {
  const { names, newId } = setting
  if (deed.kind === 'start') {
    const goal = newId() as GoalId
    names.goals.set(deed.goal, goal)
    return [{ name: 'goal.add', goal, kind: deed.as ?? 'change', title: deed.title }]
  }
  const goal = named(names.goals, deed.goal)
  switch (deed.kind) {
    case 'setAside':
      return [{ name: 'goal.setAside', goal, reason: deed.reason }]
    case 'narrow':
      return [{ name: 'goal.narrow', goal, to: deed.to && deed.to.map((key) => setting.people[key]) }]
    case 'answer':
      return [answerTo({ goal }, deed, setting)]
    case 'answerStep':
      return [answerTo({ goal, step: named(names.steps, deed.step) }, deed, setting)]
    case 'step':
      return newStep(goal, deed, setting)
    case 'done':
      return [{ name: 'step.done', goal, step: named(names.steps, deed.step), done: true }]
    case 'scale':
      return [{ name: 'scale.describe', goal, levels: deed.levels }]
    case 'rate':
      return [{ name: 'rating.give', goal, on: newestMeasure(setting.plan, goal), value: deed.value }]
    case 'ask': {
      const comment = newId()
      names.questions.set(deed.question, comment)
      return [{ name: 'comment.add', goal, comment, text: deed.words, asks: true }]
    }
    case 'reply': {
      const comment = named(names.questions, deed.question)
      return [{ name: 'comment.answer', goal, comment, text: deed.words }]
    }
    case 'topic':
      return [{ name: 'topic.add', goal, topic: newId(), about: deed.about, helps: deed.helps }]
    case 'win':
      return [{ name: 'win.add', goal, win: newId(), text: deed.words }]
  }
}

function newStep(
  goal: GoalId,
  deed: Extract<Deed, { kind: 'step' }>,
  { names, people, now, newId }: Setting,
): readonly PlanCommand[] {
  const step = newId() as StepId
  names.steps.set(deed.step, step)
  const due = deed.due === undefined ? null : dayFrom(now, deed.due)
  return [
    { name: 'step.add', goal, step, text: deed.words },
    { name: 'step.plan', goal, step, who: deed.who.map((key) => people[key]), due },
  ]
}

function answerTo(
  place: AgreementPlace,
  said: Extract<Deed, { kind: 'answer' | 'answerStep' }>,
  { plan }: Setting,
): PlanCommand {
  const goal = goalOf(plan, place.goal)
  const step = goal && place.step !== undefined ? stepOf(goal, place.step) : undefined
  const wording = step
    ? stepWordingHash(place.goal, step)
    : wordingHash(place.goal, goal?.statement.text ?? '')
  const { answer, reason } = said
  return { name: 'agreement.answer', ...place, answer, wording, readAt: plan.seq, reason: reason ?? null }
}

function newestMeasure(plan: Plan, goal: GoalId): RatedOn {
  const version = goalOf(plan, goal)?.scales.at(-1)?.version
  return version === undefined ? { kind: 'progress' } : { kind: 'scale', version }
}

export function named<Id>(known: ReadonlyMap<string, Id>, name: string): Id {
  const id = known.get(name)
  if (id === undefined) throw new Error('the story tells of something that nobody began')
  return id
}

import { agreementOf, stepAgreementOf } from '@accord/domain/agreement/state'
import type { Answer } from '@accord/domain/agreement/answer'
import type { Goal } from '@accord/domain/goal/goal'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'
import type { TakenCase } from '@accord/domain/rest/takeout'
import { message } from '../messages/message.js'
import { NOTHING, time, type Cell, type Names, type TakenTable } from './table.js'

interface Placed {
  readonly where: string
  readonly plan: Plan
  readonly goal: Goal
}

/** Goals, steps, agreements, ratings and what was said beside them. */
export function tablesOfPlan(taken: TakenCase, name: Names): readonly TakenTable[] {
  const goals = [
    ...placed(taken.plan, message('takeout.where.shared')),
    ...placed(taken.betweenUs, message('takeout.where.between-us')),
    ...placed(taken.drafts, message('takeout.where.draft')),
  ]
  return [
    goalTable(goals, name),
    stepTable(goals, name),
    ...measureTables(goals, name),
    {
      name: 'agreements',
      columns: ['goal', 'person', 'answer', 'reason', 'at', 'about'],
      rows: goals.flatMap(({ goal }) => answersOf(goal, name)),
    },
    {
      name: 'beside',
      columns: ['goal', 'by', 'words', 'at', 'about'],
      rows: goals.flatMap(({ goal }) => besideOf(goal, name)),
    },
  ]
}

function goalTable(goals: readonly Placed[], name: Names): TakenTable {
  return {
    name: 'goals',
    columns: ['goal', 'statement', 'why', 'status', 'because', 'agreement', 'where', 'by', 'at'],
    rows: goals.map(({ where, plan, goal }) => [
      ...[titleOf(goal), goal.statement.text, goal.why.text, goal.lifecycle],
      ...[goal.setAsideBecause ?? NOTHING, agreementOf(goal, plan.parties).kind, where],
      ...[name(goal.startedBy), time(goal.startedAt)],
    ]),
  }
}

function stepTable(goals: readonly Placed[], name: Names): TakenTable {
  return {
    name: 'steps',
    columns: ['goal', 'words', 'helps', 'who', 'due', 'done', 'agreement', 'status'],
    rows: goals.flatMap(({ plan, goal }) =>
      goal.steps.map((step): readonly Cell[] => [
        ...[titleOf(goal), step.text.text, step.helps.text, step.who.map(name).join(', ')],
        ...[step.due ?? NOTHING, time(step.done?.at ?? null)],
        stepAgreementOf(goal, step, plan.parties).kind,
        step.setAside ? message('takeout.aside') : NOTHING,
      ]),
    ),
  }
}

function measureTables(goals: readonly Placed[], name: Names): readonly TakenTable[] {
  return [
    {
      name: 'levels',
      columns: ['goal', 'level', 'words', 'by', 'at'],
      rows: goals.flatMap(({ goal }) =>
        goal.scales.flatMap(({ levels, by, at }) =>
          levels.map((words, index): readonly Cell[] => [
            ...[titleOf(goal), String(index - 2), words, name(by), time(at)],
          ]),
        ),
      ),
    },
    {
      name: 'ratings',
      columns: ['goal', 'person', 'value', 'measure', 'at'],
      rows: goals.flatMap(({ goal }) =>
        goal.ratings.map(({ person, value, on, at }): readonly Cell[] => [
          ...[titleOf(goal), name(person), String(value), message(`takeout.measure.${on.kind}`), time(at)],
        ]),
      ),
    },
  ]
}

function titleOf(goal: Goal): string {
  return goal.name.text.trim() || message('bundle.unnamed')
}

function placed(plan: Plan | null, where: string): readonly Placed[] {
  return plan === null ? [] : goalsInOrder(plan).map((goal) => ({ where, plan, goal }))
}

function answersOf(goal: Goal, name: Names): readonly (readonly Cell[])[] {
  const row = ({ person, kind, reason, at }: Answer, about: string): readonly Cell[] => {
    return [titleOf(goal), name(person), kind, reason ?? NOTHING, time(at), about]
  }
  const agreed = goal.agreed
  return [
    ...goal.answers.map((answer) => row(answer, goal.statement.text)),
    ...goal.steps.flatMap((step) => step.answers.map((answer) => row(answer, step.text.text))),
    ...(agreed
      ? [[titleOf(goal), message('takeout.all'), 'agreed', NOTHING, time(agreed.at), agreed.statement]]
      : []),
  ]
}

function besideOf(goal: Goal, name: Names): readonly (readonly Cell[])[] {
  const title = titleOf(goal)
  return [
    ...goal.comments.flatMap(({ by, text, at, asks, answer }): readonly (readonly Cell[])[] => [
      [title, name(by), text, time(at), message(asks ? 'takeout.beside.question' : 'takeout.beside.comment')],
      ...(answer
        ? [[title, name(answer.by), answer.text, time(answer.at), message('takeout.beside.answer')]]
        : []),
    ]),
    ...goal.topics.map(({ by, topic, helps, at }): readonly Cell[] => [
      ...[title, name(by), `${topic}: ${helps}`, time(at), message('takeout.beside.topic')],
    ]),
    ...goal.wins.map(({ by, text, at }): readonly Cell[] => [
      ...[title, name(by), text, time(at), message('takeout.beside.win')],
    ]),
  ]
}

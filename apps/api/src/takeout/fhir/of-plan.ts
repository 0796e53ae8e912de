import { agreementOf, type Half } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import type { Rating } from '@accord/domain/goal/scale'
import type { Step } from '@accord/domain/goal/step'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'
import type { Frame } from './frame.js'
import { coded, idOf, instant, loinc, LOINC, optional, refTo, some, text, type Resource } from './resource.js'

const ACCEPTANCE = 'http://hl7.org/fhir/StructureDefinition/goal-acceptance'
const SCALING = 'http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling'
/** What attainment is measured by, and who rated. Source: HL7 PCO implementation guide, STU 1. */
const ATTAINMENT = { system: LOINC, code: '107332-9' }
const RATED_BY: Readonly<Record<Rating['relation'], string>> = {
  client: '107334-5',
  practitioner: '107333-7',
  guardian: '107331-1',
}

/** A plan with its goals: who agreed to which words, how far they have come, who wrote them. (TO8) */
export function planResources(frame: Frame, plan: Plan | null, title: string): readonly Resource[] {
  if (plan === null) return []
  const goals = goalsInOrder(plan).filter((goal) => wordsOf(goal) !== '')
  if (goals.length === 0) return []
  return [
    carePlan(frame, plan, goals, title),
    ...goals.flatMap((goal) => [
      goalResource(frame, plan, goal),
      provenance(frame, goal),
      ...goal.ratings.map((rating) => ratingResource(frame, goal, rating)),
    ]),
  ]
}

function carePlan({ taken, subject }: Frame, plan: Plan, goals: readonly Goal[], title: string): Resource {
  return {
    ...{ resourceType: 'CarePlan', id: plan.log, intent: 'plan', subject, title },
    status: taken.closedAt === null ? 'active' : 'completed',
    goal: goals.map((goal) => refTo(goal.id)),
    ...some(
      'activity',
      goals.flatMap((goal) => goal.steps.filter(isWritten).map((step) => activity(goal, step))),
    ),
  }
}

function activity(goal: Goal, step: Step) {
  const status = step.setAside ? 'cancelled' : step.done ? 'completed' : 'not-started'
  return {
    detail: {
      ...{ status, description: step.text.text, goal: [refTo(goal.id)] },
      ...some(
        'performer',
        step.who.map((person) => refTo(person)),
      ),
      ...optional('scheduledString', step.due),
    },
  }
}

function goalResource({ subject, who }: Frame, plan: Plan, goal: Goal): Resource {
  const scale = goal.scales.at(-1)
  const { halves } = agreementOf(goal, plan.parties)
  const hoped = scale?.levels[2] ?? ''
  const notes = [
    ...goal.comments.flatMap(({ by, at, text: said, answer }) => [
      { by, at, said },
      ...(answer ? [{ by: answer.by, at: answer.at, said: answer.text }] : []),
    ]),
    ...goal.wins.map(({ by, at, text: said }) => ({ by, at, said })),
    ...goal.topics.map(({ by, at, topic, helps }) => ({ by, at, said: `${topic}: ${helps}` })),
  ]
  return {
    ...{ resourceType: 'Goal', id: goal.id, lifecycleStatus: goal.lifecycle, subject },
    description: text(wordsOf(goal)),
    ...some('extension', [
      ...halves.map((half) => acceptance(half, who(half.person))),
      ...(scale?.levels.filter((level) => level !== '').map(levelOf) ?? []),
    ]),
    startDate: instant(goal.startedAt).slice(0, 10),
    ...optional('statusReason', goal.setAsideBecause),
    expressedBy: who(goal.startedBy),
    ...some('target', hoped === '' ? [] : [{ measure: coded(ATTAINMENT), detailString: hoped }]),
    ...some('note', [
      ...(goal.why.text.trim() === '' ? [] : [{ text: goal.why.text }]),
      ...notes
        .filter(({ said }) => said.trim() !== '')
        .map(({ by, at, said }) => ({ authorReference: who(by), time: instant(at), text: said })),
    ]),
  }
}

/** One party's answer to the present words. */
function acceptance({ answer }: Half, individual: object) {
  const status = answer?.kind === 'agree' ? 'agree' : answer?.kind === 'differently' ? 'disagree' : 'pending'
  return {
    url: ACCEPTANCE,
    extension: [
      { url: 'individual', valueReference: individual },
      { url: 'status', valueCode: status },
    ],
  }
}

function levelOf(words: string) {
  return { url: SCALING, extension: [{ url: 'text', valueString: words }] }
}

function ratingResource({ subject, who }: Frame, goal: Goal, rating: Rating): Resource {
  const { person, relation, on, value, at, seq } = rating
  const code =
    on.kind === 'scale' ? loinc(RATED_BY[relation]) : text('Progress towards the goal, from 0 to 10')
  return {
    ...{ resourceType: 'Observation', id: idOf('rating', goal.id, seq), status: 'final', code, subject },
    ...{ focus: [refTo(goal.id)], effectiveDateTime: instant(at), performer: [who(person)] },
    valueInteger: value,
  }
}

/** Everybody whose words the statement is made of. */
function provenance({ who }: Frame, goal: Goal): Resource {
  const { lastChange, startedAt, startedBy, statement } = goal
  const authors = new Set([startedBy, ...statement.runs.map(([author]) => author)])
  return {
    ...{ resourceType: 'Provenance', id: idOf('written', goal.id), target: [refTo(goal.id)] },
    recorded: instant(lastChange.statement?.at ?? startedAt),
    agent: [...authors].map((person) => ({ type: role('author'), who: who(person) })),
  }
}

export function role(code: 'author' | 'attester') {
  const system = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type'
  return coded({ system, code })
}

/** What a goal says; its name where it says nothing yet. */
function wordsOf(goal: Goal): string {
  return goal.statement.text.trim() === '' ? goal.name.text.trim() : goal.statement.text
}

function isWritten({ text: { text: words } }: Step): boolean {
  return words.trim() !== ''
}

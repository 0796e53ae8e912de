import { agreementOf, stepAgreementOf } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import type { PersonId } from '@accord/domain/ids'
import { goalsInOrder } from '@accord/domain/plan/plan'
import { message } from '../../messages/message.js'
import { momentWords, wordsAfter, type Named } from './moment-words.js'
import type { Block } from '../../paper/paper.js'
import { signatureBlocks, threadBlocks } from './said-blocks.js'
import type { ReportContent } from './report-content.js'

/** As many moments as a reader will turn pages for. */
const MOST_MOMENTS = 300

/** What stands in a report, from its title to how it is checked. (RV13) */
export function reportBlocks(content: ReportContent): readonly Block[] {
  const { clinic, clients, madeBy, when, at } = content
  return [
    { kind: 'title', text: message('report.title', { names: clients }) },
    { kind: 'meta', text: message('report.made', { clinic, when: when(at), name: madeBy }) },
    { kind: 'heading', text: message('report.agreed') },
    ...agreedBlocks(content),
    { kind: 'heading', text: message('report.comments') },
    ...threadBlocks(content),
    { kind: 'heading', text: message('report.signatures') },
    ...signatureBlocks(content),
    { kind: 'heading', text: message('report.moments') },
    ...momentBlocks(content),
    { kind: 'heading', text: message('report.proof') },
    ...proofBlocks(content),
  ]
}

function agreedBlocks(content: ReportContent): readonly Block[] {
  const goals = goalsInOrder(content.plan)
  if (goals.length === 0) return [{ kind: 'text', text: message('report.agreed.none') }]
  return goals.flatMap((goal) => goalBlocks(goal, content))
}

function goalBlocks(goal: Goal, content: ReportContent): readonly Block[] {
  const name = content.named.goal(goal.id)
  if (goal.setAsideBecause !== null)
    return [{ kind: 'subheading', text: message('report.agreed.setAside', { goal: name }) }]
  const words = goal.statement.text.trim()
  const steps = goal.steps.filter(({ setAside, text }) => !setAside && text.text.trim() !== '')
  return [
    { kind: 'subheading', text: name },
    ...(words === '' ? [] : [{ kind: 'quote' as const, text: words }]),
    ...standing(goal, content),
    ...(steps.length === 0 ? [] : [{ kind: 'meta' as const, text: message('report.agreed.steps') }]),
    ...steps.map((step): Block => {
      const isAgreed = stepAgreementOf(goal, step, content.plan.parties).kind === 'agreed'
      const text = message(isAgreed ? 'report.agreed.step' : 'report.agreed.stepOpen', {
        text: step.text.text,
      })
      return { kind: 'text', text }
    }),
  ]
}

function standing(goal: Goal, { plan, named, when }: ReportContent): readonly Block[] {
  const agreement = agreementOf(goal, plan.parties)
  const agreeing = agreement.halves.filter(({ state }) => state === 'on').map(({ person }) => person)
  const names = listed(agreeing, named)
  switch (agreement.kind) {
    case 'agreed':
      return [{ kind: 'meta', text: message('report.agreed.by', { names, when: when(agreement.since) }) }]
    case 'lapsed':
      return [
        { kind: 'meta', text: message('report.agreed.lapsed', { when: when(agreement.since) }) },
        { kind: 'quote', text: agreement.before.statement },
      ]
    case 'open':
      return [
        {
          kind: 'meta',
          text:
            agreeing.length === 0
              ? message('report.agreed.open')
              : message('report.agreed.openSome', { names }),
        },
      ]
    case 'no-words':
      return [{ kind: 'meta', text: message('report.agreed.noWords') }]
  }
}

function listed(people: readonly PersonId[], { person }: Named): string {
  return new Intl.ListFormat('en-GB').format(people.map(person))
}

function momentBlocks({ moments, named, when }: ReportContent): readonly Block[] {
  const told = moments.slice(-MOST_MOMENTS)
  const cut = told.length < moments.length
  const blocks = told.flatMap((moment): readonly Block[] => {
    const at = moment.kind === 'writing' ? moment.endedAt : moment.entry.at
    const words = wordsAfter(moment)
    const text = message('report.moment', { when: when(at), moment: momentWords(moment, named) })
    return [{ kind: 'text', text }, ...(words === null ? [] : [{ kind: 'quote' as const, text: words }])]
  })
  return cut
    ? [{ kind: 'meta', text: message('report.moments.cut', { count: told.length }) }, ...blocks]
    : blocks
}

function proofBlocks({ covers }: ReportContent): readonly Block[] {
  const { plan, review, code } = covers
  return [
    { kind: 'subheading', text: message('report.code', { code }) },
    { kind: 'text', text: message('report.proof.made', { count: plan.seq }) },
    { kind: 'meta', text: message('report.proof.plan', { ...plan }) },
    {
      kind: 'meta',
      text: review ? message('report.proof.review', { ...review }) : message('report.proof.noReview'),
    },
    { kind: 'text', text: message('report.proof.how') },
  ]
}

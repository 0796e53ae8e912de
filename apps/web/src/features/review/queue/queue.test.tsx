import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { CaseId } from '@accord/domain/ids'
import type { QueueCase, QueuePage } from '@accord/domain/rest/supervision'
import { DEFAULT_THRESHOLDS } from '@accord/domain/supervision/thresholds'
import {
  aGoalSummary,
  AS_MARA,
  AS_RUTH,
  JONAH,
  MARA,
  PEOPLE,
  PLAN,
  RUTH,
  SLEEP,
} from '../../../testing/people.js'
import { ok, pageAlert, refusedWith, renderConsole, type Answers } from '../../../testing/render-console.js'

const DAY = 86_400_000

function aQueued(changes: Partial<QueueCase> = {}): QueueCase {
  const { id, name, lifecycle, agreement } = aGoalSummary()
  return {
    caseId: 'case' as CaseId,
    plan: PLAN,
    discipline: 'counselling',
    phase: 'process',
    people: PEOPLE,
    goals: [{ id, name, lifecycle, agreement }],
    band: 'today',
    reasons: [],
    readAt: Date.now() - 16.2 * DAY,
    readUpTo: 12,
    changes: 9,
    unsigned: 21,
    head: { seq: 21, hash: 'a'.repeat(64) },
    brought: null,
    ...changes,
  }
}

function aQueue(...cases: readonly QueueCase[]): QueuePage {
  const of = (band: QueueCase['band']) => cases.filter((one) => one.band === band).length
  return {
    at: Date.now(),
    counts: { today: of('today'), 'this-week': of('this-week'), fine: of('fine') },
    practitioners: cases.length === 0 ? [] : [{ person: MARA, name: 'Mara Lindqvist', cases: cases.length }],
    cases,
    nextFrom: null,
    thresholds: DEFAULT_THRESHOLDS,
    settings: { order: 'need', practitioner: null },
  }
}

const PAIR = {
  supervisor: { person: RUTH, name: 'Ruth Adeyemi' },
  practitioner: { person: MARA, name: 'Mara Lindqvist' },
  isCurrent: true,
}

function reviews(queue: Answers[string], more: Answers = {}): void {
  renderConsole('/reviews', {
    'GET /api/sign-in': ok({ self: AS_RUTH }),
    'GET /api/supervision/queue': queue,
    'GET /api/supervision/pairs': ok({ pairs: [PAIR] }),
    [`GET /api/supervision/pairs/${RUTH}/${MARA}/agenda`]: ok({ items: [] }),
    ...more,
  })
}

describe('a supervisor’s queue', () => {
  it('[SQ1] says who needs them today, who did what and when, and since when they have not read', async () => {
    const at = Date.now() - 8.1 * DAY
    const goal = { in: 'plan', goal: SLEEP, goalName: 'Sleep', step: null } as const
    const reasons = [{ kind: 'open-answer', ...goal, at, by: JONAH, answer: 'need-time' }] as const
    reviews(ok(aQueue(aQueued({ reasons }))))
    expect(await screen.findByRole('heading', { level: 1, name: 'One case needs you today' })).toBeTruthy()
    const today = within(screen.getByRole('region', { name: /^Today/ }))
    expect(today.getByText('“I need more time” on Sleep, from Jonah, is 8 days old.')).toBeTruthy()
    expect(today.getByText('16').parentElement?.dataset.late).toBe('')
    expect(today.getByText('9 changes since')).toBeTruthy()
    expect(today.getByRole('link', { name: 'Read the stretch: Jonah Okafor' })).toBeTruthy()
  })

  it('[SQ17] [SQ18] [SQ19] says what waits for a signature, for an answer, and what is kept between two', async () => {
    const at = Date.now() - 9.1 * DAY
    const kept = { kind: 'lapsed', in: 'confidential', goal: SLEEP, goalName: 'Sleep', step: null } as const
    const one = aQueued({ reasons: [{ kind: 'unsigned', at, upTo: 31 }] })
    const other = { kind: 'ask-open', at, by: MARA, goalName: 'Sleep' } as const
    const between = { ...aQueued({ reasons: [{ ...kept, at, by: null }, other] }), caseId: 'b' as CaseId }
    reviews(ok(aQueue(one, between)))
    expect(await screen.findByText('Changes up to 31 read, not signed for 9 days.')).toBeTruthy()
    const said = screen.getByText(/^Kept between the two of them: The words of Sleep changed 9 days ago/)
    expect(said.textContent).toContain(
      'The change that Mara asked for on Sleep 9 days ago waits for an answer.',
    )
  })

  it('[SQ2] says that a case was never read, and that one was read today', async () => {
    const never = aQueued({ readAt: null, reasons: [{ kind: 'never-read', at: Date.now() - DAY * 4 }] })
    const fine = aQueued({ caseId: 'other' as CaseId, band: 'fine', readAt: Date.now(), changes: 0 })
    reviews(ok(aQueue(never, fine)))
    expect(await screen.findByText('You haven’t read this case yet. It came to you 4 days ago.')).toBeTruthy()
    const row = within(screen.getByRole('row', { name: /Jonah Okafor/ }))
    expect(row.getByText('read today')).toBeTruthy()
    expect(row.getByText('Read; 21 changes aren’t signed')).toBeTruthy()
  })

  it('[SQ4] says when nobody needs them', async () => {
    reviews(ok(aQueue(aQueued({ band: 'fine' }))))
    expect(await screen.findByRole('heading', { level: 1, name: 'Nobody needs you today' })).toBeTruthy()
    expect(screen.getByText('Nothing asks for you today.')).toBeTruthy()
  })

  it('[SQ16] signs what was read to its end, together, and not what changed since', async () => {
    const read = { band: 'fine', readAt: Date.now(), readUpTo: 21, changes: 0 } as const
    const other = { ...aQueued({ band: 'fine' }), caseId: 'other' as CaseId }
    reviews(ok(aQueue(aQueued(read), other)), {
      'POST /api/reviews/read': ok({ cases: [{ caseId: 'case', outcome: 'signed' }] }),
    })
    const boxes = await screen.findAllByRole('checkbox', { name: /^Read, no concerns/ })
    expect(boxes).toHaveLength(1)
    expect(screen.getByText('9 changes since. Open it before you sign.')).toBeTruthy()
    boxes.forEach((box) => fireEvent.click(box))
    fireEvent.click(await screen.findByRole('button', { name: 'Read, no concerns · 1 case' }))
    expect(await screen.findByText('One case signed.')).toBeTruthy()
  })

  it('[SQ6] keeps the order that they choose', async () => {
    const kept: string[] = []
    const settings = () => {
      kept.push('kept')
      return { status: 204 }
    }
    reviews(ok(aQueue(aQueued())), { 'PUT /api/supervision/queue/settings': settings })
    fireEvent.change(await screen.findByLabelText('In this order'), { target: { value: 'unread' } })
    await waitFor(() => expect(kept).toEqual(['kept']))
  })

  it('is welcomed when they supervise nobody yet', async () => {
    reviews(ok(aQueue()))
    expect(await screen.findByText('No cases to supervise yet')).toBeTruthy()
  })

  it('says what happened when it cannot be fetched', async () => {
    reviews(refusedWith(503, 'storage-unavailable'))
    expect((await pageAlert()).textContent).toContain('We couldn’t fetch your queue')
  })

  it('[SQ14] is nobody’s who supervises nobody', async () => {
    renderConsole('/reviews', { 'GET /api/sign-in': ok({ self: AS_MARA }) })
    expect(await screen.findByText('No cases to supervise yet')).toBeTruthy()
  })
})

describe('the log of a pair', () => {
  const content = {
    day: '2026-11-06',
    minutes: 60,
    form: { kind: 'individual' },
    medium: 'video',
    people: '',
    topics: 'How endings begin',
    risk: '',
    actions: [],
    observation: 'none',
  }
  const version = { version: 1, hash: 'b'.repeat(64), by: RUTH, at: Date.now(), content }
  const pair = `/api/supervision/pairs/${RUTH}/${MARA}`

  function log(meetings: readonly unknown[], more: Answers = {}): void {
    renderConsole('/supervision', {
      'GET /api/sign-in': ok({ self: AS_MARA }),
      'GET /api/supervision/pairs': ok({ pairs: [PAIR] }),
      [`GET ${pair}/agenda`]: ok({ items: [] }),
      [`GET ${pair}/meetings?from=${elevenMonthsAgo()}`]: ok({ meetings, rules: ['bacp'] }),
      ...more,
    })
  }

  it('[SQ10] waits for the signature of whoever has not signed', async () => {
    log([{ id: 'm', versions: [{ ...version, signatures: [{ by: RUTH, at: 1 }] }] }])
    expect(await screen.findByText('Waits for your signature')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Sign the meeting of 6 November' })).toBeTruthy()
  })

  it('[SQ11] can be changed no more once both have signed', async () => {
    const signatures = [
      { by: RUTH, at: 1 },
      { by: MARA, at: 2 },
    ]
    log([{ id: 'm', versions: [{ ...version, signatures }] }])
    expect(await screen.findByText('Signed by both, locked')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Sign the meeting|Change what/ })).toBeNull()
    expect(screen.getByText(/Source: BACP/)).toBeTruthy()
  })

  it('[SQ10] asks for what a meeting cannot be without', async () => {
    log([])
    fireEvent.click(await screen.findByRole('button', { name: 'Record a meeting' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name: 'Keep' }))
    expect(await dialog.findByText('Write what you talked about, in a few words.')).toBeTruthy()
  })
})

function elevenMonthsAgo(): string {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 11, 1)).toISOString().slice(0, 10)
}

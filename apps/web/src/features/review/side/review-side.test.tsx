import { beforeEach, describe, expect, it, jest } from '@jest/globals'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { QueryClientProvider } from '@tanstack/react-query'
import type { CaseId, LogId } from '@accord/domain/ids'
import type { Relation } from '@accord/domain/case/relation'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { ReviewView } from '@accord/domain/rest/review'
import type { ReviewThread } from '@accord/domain/review/review'
import type { Self } from '@accord/domain/rest/self'
import { MessagesProvider } from '@accord/ui/messages/messages-provider'
import { catalogue as uiCatalogue } from '@accord/ui/messages/compiled/en'
import { WordingContext } from '@accord/ui/wording/wording-context'
import { catalogue } from '../../../messages/compiled/en.js'
import { addendaQuery } from '../../../lib/added/addenda.js'
import { createQueryClient } from '../../../lib/query-client.js'
import { SelfContext } from '../../../lib/self-context.js'
import { added, anAddendum } from '../../../testing/added.js'
import { AS_MARA, AS_RUTH, MARA, PEOPLE, RUTH, SLEEP } from '../../../testing/people.js'
import { ReviewSide } from './review-side.js'
import { useReviewPins } from './use-review.js'

const CASE = 'case' as CaseId
const PLAN = '018f0000-0000-7000-8000-000000000001' as LogId
const HASH = 'ab'.repeat(32)
const PIN = { plan: PLAN, seq: 22, hash: HASH, goal: SLEEP, passage: null }

const comment: ReviewThread = {
  kind: 'comment',
  id: 'c1',
  by: RUTH,
  relation: 'supervisor',
  at: Date.now(),
  text: 'This is the repair.',
  amendments: [],
  pin: { ...PIN, passage: 'without checking my work phone' },
  replies: [
    { id: 'r1', by: MARA, relation: 'practitioner', at: Date.now(), text: 'Relief, mostly.', amendments: [] },
  ],
  resolved: null,
  readers: 'practitioner',
}
const ask: ReviewThread = {
  ...comment,
  kind: 'ask',
  id: 'a1',
  text: 'Could you ask him?',
  pin: { ...PIN, seq: 9 },
  replies: [],
  answer: null,
}
const VIEW: ReviewView = {
  caseId: CASE,
  plan: PLAN,
  head: { seq: 31, hash: HASH },
  reviewed: { seq: 3, hash: HASH },
  threads: [comment, ask],
  signatures: [
    {
      id: 's1',
      by: RUTH,
      at: Date.now(),
      plan: PLAN,
      from: 1,
      upTo: { seq: 24, hash: HASH },
      checklist: { version: 1, items: [{ text: 'In their words', done: true }] },
      concerns: null,
      additions: [],
    },
  ],
  covered: { seq: 24, hash: HASH },
  changesSince: 7,
  checklist: { version: 2, items: ['Goals are in the client’s words', 'Ending has been started'] },
  people: PEOPLE,
}

let sent: unknown[]
let answering: () => { status: number; body: unknown }
const onGo = jest.fn()

beforeEach(() => {
  sent = []
  answering = () => ({ status: 200, body: VIEW })
  onGo.mockReset()
})

const CHECKED = { person: RUTH, decisions: [], isOn: true, turn: () => undefined }

function Pins() {
  return <output>{useReviewPins(CASE).join(' ')}</output>
}

function showSide(
  relation: Relation = 'supervisor',
  self: Self = AS_RUTH,
  addenda: readonly RecordAddendum[] = [],
) {
  const queries = createQueryClient(0)
  queries.setQueryData(addendaQuery(CASE).queryKey, added(...addenda))
  globalThis.fetch = (_input, init) => {
    if (typeof init?.body === 'string') sent.push(JSON.parse(init.body))
    const { status, body } = answering()
    return Promise.resolve(new Response(JSON.stringify(body), { status }))
  }
  render(
    <MessagesProvider locale="en-GB" timeZone="UTC" catalogues={[uiCatalogue, catalogue]}>
      <QueryClientProvider client={queries}>
        <SelfContext value={self}>
          <WordingContext value={CHECKED}>
            <ReviewSide caseId={CASE} pin={PIN} people={PEOPLE} relation={relation} onGo={onGo} />
          </WordingContext>
          <Pins />
        </SelfContext>
      </QueryClientProvider>
    </MessagesProvider>,
  )
  return screen.findByRole('region', { name: 'Comments on this moment' })
}

const press = (name: string, within_: HTMLElement = document.body) =>
  fireEvent.click(within(within_).getByRole('button', { name }))
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })

describe('the side of a review', () => {
  it('[RV3] shows what was said about this moment, with the words that were meant', async () => {
    const here = within(await showSide())
    expect(here.getByText('This is the repair.')).toBeTruthy()
    expect(here.getByText('Relief, mostly.')).toBeTruthy()
    expect(here.getByText('without checking my work phone')).toBeTruthy()
    expect(here.queryByText('Could you ask him?')).toBeNull()
  })

  it('leads to the moments of all other comments, and names them to the replay', async () => {
    await showSide()
    const others = within(screen.getByRole('region', { name: 'Comments on other moments' }))
    fireEvent.click(others.getByRole('button', { name: /Ruth asks for a change, at change 9/ }))
    expect(onGo).toHaveBeenCalledWith(9)
    expect(screen.getByRole('status').textContent).toBe('9 22')
  })

  it('[AD9] shows what the client says of this moment, and of what was said for them', async () => {
    answering = () => ({ status: 200, body: { ...VIEW, threads: [{ ...comment, readers: 'client' }] } })
    const ofThis = anAddendum({ kind: 'moment', item: PLAN, entry: PIN.seq })
    const ofAnother = anAddendum({ kind: 'moment', item: PLAN, entry: 9, words: 'Of another.' })
    const ofComment = anAddendum({ kind: 'supervisor-said', item: 'c1', words: 'It was no repair.' })
    const here = within(await showSide('supervisor', AS_RUTH, [ofThis, ofAnother, ofComment]))
    expect(here.getByText('It was no repair.')).toBeTruthy()
    expect(screen.getByText('It was one stop.')).toBeTruthy()
    expect(screen.queryByText('Of another.')).toBeNull()
  })

  it('[RV6] says who will read a comment before it is written', async () => {
    await showSide()
    expect(screen.getByText('Mara will see this. Jonah won’t.')).toBeTruthy()
    choose('Safe for Jonah')
    expect(screen.getByText('Mara and Jonah will see this.')).toBeTruthy()
    write('Comment on change 22', '  You found your own words ')
    press('Comment')
    await waitFor(() =>
      expect(sent).toMatchObject([
        { kind: 'review.comment', pin: PIN, text: 'You found your own words', readers: 'client' },
      ]),
    )
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Comment on change 22' }).value).toBe(''),
    )
  })

  it('[RV3] says something about words that are named, and about no others', async () => {
    await showSide()
    write('About these words', ' my work phone ')
    write('Comment on change 22', 'Whose phone is it?')
    press('Comment')
    await waitFor(() => expect(sent).toMatchObject([{ pin: { ...PIN, passage: 'my work phone' } }]))
  })

  it('[WC8] hints at other words to whoever writes a comment, and puts them in when they are wanted', async () => {
    await showSide()
    write('Comment on change 22', 'He denies it')
    fireEvent.click(await screen.findByRole('button', { name: 'Put “reports no” for “denies”' }))
    expect(screen.getByRole('textbox', { name: 'Comment on change 22' })).toHaveProperty(
      'value',
      'He reports no it',
    )
    expect(sent).toEqual([])
  })

  it('[RV8] asks for a change', async () => {
    await showSide()
    choose('Ask for a change')
    write('Ask for a change at change 22', 'His words, please')
    press('Ask')
    await waitFor(() => expect(sent).toMatchObject([{ kind: 'review.ask', text: 'His words, please' }]))
  })

  it('[RV4] keeps the words when they can’t be kept, and sends the same act again', async () => {
    await showSide()
    answering = () => ({ status: 503, body: { code: 'storage-unavailable', message: '' } })
    press('Reply')
    write('Your reply', 'And now?')
    const form = screen.getByRole('textbox', { name: 'Your reply' }).closest('form') as HTMLElement
    press('Reply', form)
    await screen.findByRole('alert')
    answering = () => ({ status: 200, body: VIEW })
    press('Reply', form)
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(sent[0]).toEqual(sent[1])
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Your reply' })).toBeNull())
  })

  it('[RV9] amends one’s own words with a reason, and nobody else’s', async () => {
    await showSide()
    press('Amend')
    write('What it should say', 'This was the repair.')
    expect(screen.getByRole('button', { name: 'Amend' }).getAttribute('disabled')).not.toBeNull()
    write('Why', 'It is past')
    press('Amend')
    await waitFor(() =>
      expect(sent).toMatchObject([
        { kind: 'review.amend', of: 'c1', text: 'This was the repair.', reason: 'It is past', readers: null },
      ]),
    )
  })

  it('[RV5] [RV12] signs what is not signed yet, with the checklist in its words', async () => {
    await showSide()
    expect(screen.getByText(/Covers the record up to change 31/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Goals are in the client’s words' }))
    press('Co-sign as Ruth Adeyemi')
    const items = [
      { text: 'Goals are in the client’s words', done: true },
      { text: 'Ending has been started', done: false },
    ]
    await waitFor(() =>
      expect(sent).toMatchObject([
        { kind: 'review.sign', from: 25, upTo: VIEW.head, checklist: { version: 2, items }, concerns: null },
      ]),
    )
  })

  it('[RV7] says what to do when the record went on since it was opened', async () => {
    await showSide()
    answering = () => ({ status: 409, body: { code: 'not-opened', message: '' } })
    press('Co-sign as Ruth Adeyemi')
    expect((await screen.findByRole('alert')).textContent).toContain('has gone on since you opened it')
  })

  it('[RV2] lets a practitioner answer, and neither sign nor ask', async () => {
    answering = () => ({ status: 200, body: { ...VIEW, threads: [{ ...ask, pin: PIN }] } })
    await showSide('practitioner', AS_MARA)
    expect(screen.queryByRole('button', { name: /Co-sign/ })).toBeNull()
    expect(screen.queryByRole('radio', { name: 'Ask for a change' })).toBeNull()
    expect(screen.getByText('Ruth will see this. Jonah won’t.')).toBeTruthy()
    press('Answer')
    write('Your answer', 'I will ask him on Friday')
    press('Send the answer')
    await waitFor(() => expect(sent).toMatchObject([{ kind: 'review.answer', to: 'a1' }]))
    expect(screen.getByText('Read, no concerns')).toBeTruthy()
    expect(screen.getByText('7 changes since.')).toBeTruthy()
  })

  it('says what is safe when it can’t be fetched, and tries again', async () => {
    answering = () => ({ status: 503, body: { code: 'plan-unreadable', message: '' } })
    void showSide().catch(() => undefined)
    expect(await screen.findByText('The comments can’t be shown')).toBeTruthy()
    answering = () => ({ status: 200, body: VIEW })
    press('Try again')
    expect(await screen.findByText('This is the repair.')).toBeTruthy()
  })
})

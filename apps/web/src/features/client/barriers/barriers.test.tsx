import { describe, expect, it } from '@jest/globals'
import { fireEvent, screen, within } from '@testing-library/react'
import type { BarrierEntry } from '@accord/domain/barrier/barrier'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import type { BarrierRegister, ShownBarrier } from '@accord/domain/rest/barriers'
import { added, anAddendum } from '../../../testing/added.js'
import { aCase, AS_MARA, AS_RUTH, JONAH, MARA, PEOPLE } from '../../../testing/people.js'
import { renderPart } from '../../../testing/render-part.js'
import { BarriersSection } from './barriers-section.js'

const DAY = 86_400_000
const AT = Date.UTC(2026, 9, 8, 12)
const PATH = '/api/cases/case/barriers'

type Changes = Partial<Pick<ShownBarrier, 'id' | 'words' | 'cue' | 'kind'>>
function aBarrier(changes: Changes, ...later: readonly BarrierEntry[]): ShownBarrier {
  return {
    ...{ id: 'b1', client: JONAH, kind: 'communication', words: 'Says fine and means no', cue: null },
    ...changes,
    entries: [
      { kind: 'moved', station: 'noticed', words: null, seq: 1, by: MARA, at: AT },
      ...later.map((entry, index) => ({ ...entry, seq: index + 2, at: AT + (index + 1) * 7 * DAY })),
    ],
  }
}
const step = (station: 'talked' | 'changed', words: string | null): BarrierEntry => {
  return { kind: 'moved', station, words, seq: 0, by: MARA, at: 0 }
}
const said = (words: string): BarrierEntry => ({ kind: 'said', words, seq: 0, by: JONAH, at: 0 })

function register(barriers: readonly ShownBarrier[], more: Partial<BarrierRegister> = {}): BarrierRegister {
  return {
    caseId: 'case' as CaseId,
    clients: [{ client: JONAH, name: 'Jonah Okafor', readers: PEOPLE, barriers }],
    people: PEOPLE,
    mayWrite: true,
    mayMove: true,
    ...more,
  }
}

/** The section before a server that answers with this register; what is sent to it is told. */
function open(answer: BarrierRegister | null, self = AS_MARA, addenda: readonly RecordAddendum[] = []) {
  const sent: { path: string; body: unknown }[] = []
  const answers = { '/api/cases/case/addenda': added(...addenda) }
  const section = <BarriersSection summary={aCase()} />
  renderPart(self, section, answer === null ? answers : { ...answers, [PATH]: answer })
  const reads = globalThis.fetch
  globalThis.fetch = (input, init) => {
    if (init?.method !== 'POST') return reads(input, init)
    const path = typeof input === 'string' ? input : ''
    sent.push({ path, body: typeof init.body === 'string' ? JSON.parse(init.body) : null })
    return Promise.resolve(new Response('{}'))
  }
  return sent
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const stops = async (words: string) =>
  within(await screen.findByRole('list', { name: `Where “${words}” stands` }))
    .getAllByRole('listitem')
    .map((stop) => [stop.dataset.standing, stop.textContent])

describe('what gets in the way, at the console', () => {
  it('[BA1] shows each with its kind and its stations, the open one with what is being tried', async () => {
    const tried = aBarrier({}, step('talked', '“Not yet” first'))
    const changed = aBarrier({ id: 'b2', words: 'Homework', kind: 'trust' }, step('changed', 'It came off'))
    open(register([tried, changed]))
    expect(await stops('Says fine and means no')).toEqual([
      ['passed', 'Noticed8 Oct, Mara'],
      ['passed', 'Talked about15 Oct'],
      ['open', 'Trying“Not yet” first'],
    ])
    expect((await stops('Homework'))[2]).toEqual(['passed', 'ChangedIt came off'])
    expect(screen.getByText('Trust')).toBeTruthy()
  })

  it('[BA2] [BA3] is noticed with a kind, in a sentence, and says beside the box who reads it', async () => {
    const sent = open(register([]))
    expect(await screen.findByText(/Nothing is noted/)).toBeTruthy()
    press('Notice something')
    expect(screen.getByText(/Read by you, Jonah and Ruth; Jonah finds it in the portal/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'Time' }))
    const box = screen.getByRole('textbox', { name: 'In a sentence that you would say to Jonah' })
    fireEvent.change(box, { target: { value: ' Mornings are hard ' } })
    press('Note it')
    await screen.findByRole('button', { name: 'Notice something' })
    const body = { client: JONAH, kind: 'time', words: 'Mornings are hard' }
    expect(sent).toEqual([{ path: PATH, body }])
  })

  it('[BA2] keeps its history, and goes back only with a reason', async () => {
    const sent = open(register([aBarrier({}, step('talked', null), said('Ask me what I would change'))]))
    fireEvent.click(await screen.findByRole('button', { name: 'Read on about “Says fine and means no”' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText('Ask me what I would change')).toBeTruthy()
    expect(dialog.getByText(/by Jonah, 22 October/)).toBeTruthy()
    fireEvent.click(dialog.getByRole('radio', { name: 'Back to noticed' }))
    const save = dialog.getByRole<HTMLButtonElement>('button', { name: 'Save' })
    expect(save.disabled).toBe(true)
    fireEvent.change(dialog.getByRole('textbox', { name: 'Why it goes back' }), {
      target: { value: 'We lost it' },
    })
    fireEvent.click(save)
    await screen.findByRole('button', { name: 'Notice something' })
    const body = { after: 3, station: 'noticed', words: 'We lost it' }
    expect(sent).toEqual([{ path: `${PATH}/b1/moves`, body }])
  })

  it('[BA5] says what is worth asking about', async () => {
    const untouched = { kind: 'untouched', sessions: 3 } as const
    open(register([aBarrier({ cue: { kind: 'said', at: AT } }), aBarrier({ id: 'b2', cue: untouched })]))
    expect(await screen.findByText('Jonah wrote last')).toBeTruthy()
    expect(screen.getByText('Untouched for 3 sessions')).toBeTruthy()
  })

  it('[BA3] is read and not written by the supervisor', async () => {
    open(register([aBarrier({})], { mayWrite: false, mayMove: false }), AS_RUTH)
    fireEvent.click(await screen.findByRole('button', { name: /Read on about “/ }))
    expect(within(screen.getByRole('dialog')).queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Notice something' })).toBeNull()
  })

  it('says that it could not be fetched, with a way to try again', async () => {
    open(null)
    expect(await screen.findByRole('heading', { name: /couldn’t fetch what gets in the way/ })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
  })

  it('[AD9] says beside it what the client says of it', async () => {
    open(register([aBarrier({})]), AS_MARA, [anAddendum({ kind: 'barrier', item: 'b1' })])
    const one = within((await screen.findByText('Says fine and means no')).closest('li') ?? document.body)
    expect(await one.findByText('It was one stop.')).toBeTruthy()
    expect(one.getByText('Added by Jonah, 2 October')).toBeTruthy()
  })
})

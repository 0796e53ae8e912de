import { standingLines, writtenBoxes, type ClosedPack } from '@accord/domain/ending/text'
import type { EndingList } from '@accord/domain/ending/box'
import type { PersonId } from '@accord/domain/ids'
import type { EndingPage } from '@accord/domain/rest/ending'
import { message } from '../messages/message.js'
import type { Block } from '../paper/paper.js'

/** How a pack's paper names the practice and days. */
export interface OnPaper {
  readonly clinic: string
  /** When it is printed, in ms. */
  readonly at: number
  readonly day: (at: number) => string
}

type Printed = Pick<ClosedPack, 'people' | 'boxes' | 'kept' | 'lines' | 'urgent'>

/** A pack for reading: what each wrote, what they keep, what helps, whom to ring. (EN9) */
export function endingBlocks(page: EndingPage, on: OnPaper): readonly Block[] {
  const { state } = page
  if (state.kind === 'none') return []
  const pack: Printed = state.kind === 'closed' ? state.pack : { ...page, ...state.draft }
  const name = (id: PersonId) => pack.people.find(({ person }) => person === id)?.name ?? ''
  return [
    { kind: 'title', text: message('ending.paper.title', { names: clientsOf(pack) }) },
    { kind: 'meta', text: standing(page, on) },
    ...writtenBoxes(pack.boxes)
      .filter(({ box }) => box !== 'come-back')
      .flatMap(({ box, writer, words }): readonly Block[] => [
        { kind: 'heading', text: message(`ending.paper.box.${box}`) },
        { kind: 'meta', text: name(writer) },
        { kind: 'quote', text: words },
      ]),
    ...keptBlocks(pack, on),
    ...listBlocks(pack, 'coping'),
    ...hardBlocks(pack, name),
    ...endBlocks(page, on),
  ]
}

function standing({ state, readUntil }: EndingPage, { clinic, at, day }: OnPaper): string {
  const until = readUntil === null ? '' : ` ${message('ending.paper.until', { day: day(readUntil) })}`
  if (state.kind === 'closed')
    return message('ending.paper.closed', { clinic, day: day(state.pack.closedAt) }) + until
  return message('ending.paper.open', { clinic, day: day(at) }) + until
}

function keptBlocks({ kept }: Printed, { day }: OnPaper): readonly Block[] {
  if (kept.length === 0) return []
  return [
    { kind: 'heading', text: message('ending.paper.kept') },
    ...kept.flatMap(({ name, statement, at, seq }): readonly Block[] => [
      ...(name.trim() === '' ? [] : [{ kind: 'subheading' as const, text: name }]),
      { kind: 'quote', text: statement },
      { kind: 'meta', text: message('ending.paper.quoted', { day: day(at), seq }) },
    ]),
  ]
}

function listBlocks({ lines }: Printed, list: EndingList): readonly Block[] {
  const standingOnes = standingLines(lines).filter((one) => one.list === list)
  if (standingOnes.length === 0) return []
  return [
    { kind: 'heading', text: message(`ending.paper.list.${list}`) },
    ...standingOnes.map(({ words }): Block => ({ kind: 'text', text: `•  ${words}` })),
  ]
}

/** Whom to call, how to come back, and always the numbers that answer at once. (EN5) */
function hardBlocks(pack: Printed, name: (id: PersonId) => string): readonly Block[] {
  return [
    ...listBlocks(pack, 'call'),
    { kind: 'heading', text: message('ending.paper.urgent') },
    ...pack.urgent.map(({ name: whom, number, note }): Block => {
      const key = note === '' ? 'ending.paper.number' : 'ending.paper.numberNote'
      return { kind: 'text', text: message(key, { name: whom, number, note }) }
    }),
    ...writtenBoxes(pack.boxes)
      .filter(({ box }) => box === 'come-back')
      .flatMap(({ writer, words }): readonly Block[] => [
        { kind: 'heading', text: message('ending.paper.box.come-back') },
        { kind: 'meta', text: name(writer) },
        { kind: 'quote', text: words },
      ]),
  ]
}

function endBlocks({ state, people }: EndingPage, { day }: OnPaper): readonly Block[] {
  if (state.kind !== 'closed') return []
  const name = (id: PersonId) => people.find(({ person }) => person === id)?.name ?? ''
  return [
    ...state.addenda.flatMap((one): readonly Block[] => [
      {
        kind: 'subheading',
        text: message('ending.paper.addendum', { name: name(one.by), day: day(one.at) }),
      },
      { kind: 'text', text: one.words },
    ]),
    { kind: 'heading', text: message('ending.paper.end') },
    { kind: 'meta', text: message('ending.paper.hash', { hash: state.hash }) },
  ]
}

function clientsOf({ people }: Printed): string {
  const clients = people.filter(({ relation }) => relation === 'client').map((one) => one.name)
  return new Intl.ListFormat('en-GB').format(clients)
}

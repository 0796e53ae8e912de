import { EditorView } from '@codemirror/view'
import { textAt } from '@accord/domain/plan/plan'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { JONAH, MARA, Room } from '../live-plan/testing/room.js'
import { openTab, STATEMENT, typeIn, until, wordsOf, type Tab } from '../live-plan/testing/tab.js'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { GoalEditor } from './goal-editor.js'
import type { GoalEditorProps } from './goal-editor-props.js'

const voices = {
  [MARA.person]: { relation: 'practitioner', name: 'Mara' },
  [JONAH.person]: { relation: 'client', name: 'Jonah' },
} as const
const open: Tab[] = []

async function opened() {
  const room = new Room()
  const [mara, jonah] = [openTab(room, MARA), openTab(room, JONAH)]
  open.push(mara, jonah)
  await until(() => wordsOf(mara) !== undefined && wordsOf(jonah) !== undefined)
  return { room, mara, jonah }
}

function show(tab: Tab, more: Partial<GoalEditorProps> = {}) {
  renderWithMessages(
    <GoalEditor live={tab.live} place={STATEMENT} voices={voices} label="Goal statement" {...more} />,
  )
  const box = screen.getByRole('textbox', { name: 'Goal statement' })
  const view = EditorView.findFromDOM(box)
  if (!view) throw new Error('no editor there')
  return { box, view }
}

const write = (view: EditorView, insert: string) =>
  act(() => view.dispatch(view.state.replaceSelection(insert)))

async function eventually(holds: () => boolean): Promise<void> {
  await act(() => until(holds))
}

afterEach(() => {
  cleanup()
  for (const tab of open.splice(0)) tab.live.close()
})

describe('the goal editor', () => {
  it('sends what is typed and shows what the other person types, each in their own ink', async () => {
    const { room, mara, jonah } = await opened()
    const { box, view } = show(jonah)
    write(view, 'most nights')
    await eventually(() => wordsOf(mara) === 'most nights')
    act(() => typeIn(mara, ' from ten'))
    await eventually(() => view.state.doc.toString() === 'most nights from ten')
    await eventually(() => box.querySelectorAll('.ac-words').length === 2)
    const inks = [...box.querySelectorAll<HTMLElement>('.ac-words')].map((one) => [
      one.dataset.relation,
      one.textContent,
    ])
    expect(inks).toEqual([
      ['client', 'most nights'],
      ['practitioner', ' from ten'],
    ])
    expect(textAt(room.plan, STATEMENT)?.text).toBe('most nights from ten')
  })

  it('[HI7] takes back one’s own words with the keyboard, with either letter of Shift and z', async () => {
    const { mara, jonah } = await opened()
    const { box, view } = show(jonah)
    write(view, 'mine ')
    await eventually(() => wordsOf(mara) === 'mine ')
    act(() => typeIn(mara, 'yours'))
    await eventually(() => view.state.doc.toString() === 'mine yours')
    fireEvent.keyDown(box, { key: 'z', ctrlKey: true })
    expect(view.state.doc.toString()).toBe('yours')
    fireEvent.keyDown(box, { key: 'Z', ctrlKey: true, shiftKey: true })
    expect(view.state.doc.toString()).toBe('mine yours')
    fireEvent.keyDown(box, { key: 'z', ctrlKey: true })
    fireEvent.keyDown(box, { key: 'z', ctrlKey: true, shiftKey: true })
    expect(view.state.doc.toString()).toBe('mine yours')
  })

  it('[HI7] takes back with a phone’s own undo', async () => {
    const { jonah } = await opened()
    const { box, view } = show(jonah)
    write(view, 'mine')
    const event = new InputEvent('beforeinput', { inputType: 'historyUndo', bubbles: true, cancelable: true })
    act(() => void box.dispatchEvent(event))
    expect(event.defaultPrevented).toBe(true)
    expect(view.state.doc.toString()).toBe('')
  })

  it('leaves with Escape', async () => {
    const { jonah } = await opened()
    const onLeave = jest.fn()
    const { box, view } = show(jonah, { onLeave, isFocused: true })
    expect(view.hasFocus).toBe(true)
    fireEvent.keyDown(box, { key: 'Escape' })
    expect(onLeave).toHaveBeenCalledTimes(1)
  })

  it('says kindly that a text would be too long', async () => {
    const { jonah } = await opened()
    const { view } = show(jonah)
    write(view, 'x'.repeat(4_001))
    expect(view.state.doc.length).toBe(0)
    expect(screen.getByRole('status').textContent).toMatch(/^That is more than fits here: at most 4,000/u)
  })

  it('shows words without marks when the reader wants them plain', async () => {
    const { jonah } = await opened()
    const { box, view } = show(jonah, { isPlain: true })
    write(view, 'plain')
    expect(box.querySelectorAll('.ac-words')).toHaveLength(0)
  })

  it('helps phones: sentences, spelling, direction, and the right word on Enter', async () => {
    const { jonah } = await opened()
    const { box } = show(jonah)
    const attributes = ['autocapitalize', 'spellcheck', 'dir', 'enterkeyhint', 'aria-multiline']
    expect(attributes.map((name) => box.getAttribute(name))).toEqual([
      'sentences',
      'true',
      'auto',
      'enter',
      'true',
    ])
  })
})

import { describe, expect, it } from '@jest/globals'
import { renderWithMessages } from '../testing/render-with-messages.js'
import { AttributedText } from './attributed-text.js'
import { authoredPieces, type Voices } from './author-runs.js'
import { authoredSegments } from './authored-segments.js'
import { WordDiff } from './word-diff.js'

const voices: Voices = {
  mara: { relation: 'practitioner', name: 'Mara' },
  jonah: { relation: 'client', name: 'Jonah' },
}

describe('attributed text', () => {
  it('cuts the words where the author changes and joins neighbours of one author', () => {
    expect(
      authoredPieces('most nights from ten', [
        ['jonah', 5],
        ['jonah', 7],
        ['mara', 8],
      ]),
    ).toEqual([
      { author: 'jonah', text: 'most nights ' },
      { author: 'mara', text: 'from ten' },
    ])
  })

  it('counts UTF-16 units, and leaves words without a run to nobody', () => {
    expect(authoredPieces('😀 ja!', [['jonah', 2]])).toEqual([
      { author: 'jonah', text: '😀' },
      { author: undefined, text: ' ja!' },
    ])
  })

  it('marks each author’s words by relation and finds its own direction', () => {
    const { container } = renderWithMessages(
      <AttributedText
        text="Sleep by ten"
        runs={[
          ['jonah', 6],
          ['mara', 6],
        ]}
        voices={voices}
      />,
    )
    const marked = [...container.querySelectorAll('[data-relation]')]
    expect(marked.map((span) => [span.getAttribute('data-relation'), span.textContent])).toEqual([
      ['client', 'Sleep '],
      ['practitioner', 'by ten'],
    ])
    expect(container.querySelector('[dir="auto"]')?.textContent).toBe('Sleep by ten')
  })

  it('shows the words alone when they are read plain', () => {
    const { container } = renderWithMessages(
      <AttributedText text="Sleep by ten" runs={[['jonah', 12]]} voices={voices} plain />,
    )
    expect(container.querySelector('[data-relation]')).toBeNull()
    expect(container.textContent).toBe('Sleep by ten')
  })

  it('tells screen readers who wrote what only when asked to', () => {
    const words = <AttributedText text="Sleep" runs={[['jonah', 5]]} voices={voices} announceAuthors />
    expect(renderWithMessages(words).container.textContent).toBe('Jonah wrote: Sleep')
  })

  it('gives removed and added words their own elements', () => {
    const { container } = renderWithMessages(
      <WordDiff
        voices={voices}
        segments={[
          { kind: 'same', text: 'Sleep by ' },
          { kind: 'removed', text: 'eleven', author: 'mara' },
          { kind: 'added', text: 'ten', author: 'jonah' },
        ]}
      />,
    )
    expect(container.querySelector('del')?.textContent).toContain('eleven')
    expect(container.querySelector('ins')?.getAttribute('data-relation')).toBe('client')
  })

  it('[AG8] gives the words of a difference to who wrote them, whatever was taken out between', () => {
    const segments = [
      { kind: 'same', text: 'Sleep ' },
      { kind: 'removed', text: 'by eleven ' },
      { kind: 'added', text: 'from ten on' },
    ] as const
    const runs = [
      ['jonah', 6],
      ['mara', 9],
      ['jonah', 2],
    ] as const
    expect(authoredSegments(segments, runs)).toEqual([
      { kind: 'same', text: 'Sleep ', author: 'jonah' },
      { kind: 'removed', text: 'by eleven ' },
      { kind: 'added', text: 'from ten ', author: 'mara' },
      { kind: 'added', text: 'on', author: 'jonah' },
    ])
  })
})

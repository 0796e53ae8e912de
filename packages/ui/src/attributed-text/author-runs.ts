import type { Relation } from '@accord/domain/case/relation'

/** Who wrote how many UTF-16 units, in the order of the text. */
export type AuthorRuns = readonly (readonly [author: string, length: number])[]

export interface Voice {
  readonly relation: Relation
  readonly name: string
  /** A second client of one case: their words have a line of their own, as a colour alone would tell nobody. */
  readonly isSecond?: boolean
}

/** People by the id that runs name them with. */
export type Voices = Readonly<Record<string, Voice>>

export interface AuthoredPiece {
  readonly author: string | undefined
  readonly text: string
}

/** Cuts a text along its runs. Neighbouring runs of one author are one piece; text beyond the runs is nobody's. */
export function authoredPieces(text: string, runs: AuthorRuns): readonly AuthoredPiece[] {
  const pieces: AuthoredPiece[] = []
  let from = 0
  for (const [author, length] of runs) {
    const cut = text.slice(from, from + length)
    const last = pieces.at(-1)
    if (cut === '') continue
    if (last?.author === author) pieces[pieces.length - 1] = { author, text: last.text + cut }
    else pieces.push({ author, text: cut })
    from += length
  }
  if (from < text.length) pieces.push({ author: undefined, text: text.slice(from) })
  return pieces
}

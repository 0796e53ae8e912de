import { useCallback, useEffect, useMemo, useState } from 'react'
import type { WordingHint, WordingReader } from '@accord/domain/wording/wording-hints'
import { useMessagesInPlace } from '../messages/messages-context.js'
import { isLeft, leave } from './left-alone.js'
import { useWordingSettings, type WordingSettings } from './wording-context.js'

/** Nobody is interrupted in the middle of a word. In ms. */
const SETTLED_AFTER = 500

interface CheckedText {
  readonly text: string
  /** Which text it is, so that "leave it" holds for this one: ids, never words. */
  readonly textId: string
  /** A tag after BCP 47; the language of the app where it is not said. */
  readonly language?: string | undefined
}

/** What could be said otherwise in a text, and how to leave one as it is. All of it stays in this page. (WC1) */
export function useWordingHints({ text, textId, language }: CheckedText) {
  const settings = useWordingSettings()
  const { locale } = useMessagesInPlace()
  const reader = useReader(settings, language ?? locale)
  const settled = useSettled(text)
  const [times, setTimes] = useState(0)
  const person = settings?.person ?? ''
  const found = useMemo(
    () =>
      times < 0 || reader === null
        ? []
        : reader(settled).filter((one) => !isLeft({ person, text: textId }, one)),
    [reader, settled, person, textId, times],
  )
  const leaveIt = useCallback(
    (hint: WordingHint) => {
      leave({ person, text: textId }, hint)
      setTimes((before) => before + 1)
    },
    [person, textId],
  )
  // What was found a moment ago stands as long as it still stands there.
  const hints = useMemo(
    () => found.filter(({ from, to, said }) => text.slice(from, to) === said),
    [found, text],
  )
  return { hints, leaveIt }
}

/** The lists are fetched when the first text is checked. */
function useReader(settings: WordingSettings | null, language: string): WordingReader | null {
  const [reader, setReader] = useState<WordingReader | null>(null)
  const isOn = settings?.isOn ?? false
  const decisions = settings?.decisions
  useEffect(() => {
    let isWanted = isOn && decisions !== undefined
    if (!isWanted) setReader(null)
    else
      void Promise.all([
        import('@accord/domain/wording/list-of'),
        import('@accord/domain/wording/wording-hints'),
      ]).then(([{ wordingListOf }, { wordingReader }]) => {
        if (isWanted) setReader(() => wordingReader(wordingListOf(language), decisions ?? []))
      })
    return () => {
      isWanted = false
    }
  }, [isOn, decisions, language])
  return reader
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_AFTER)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

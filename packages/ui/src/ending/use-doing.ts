import { useState } from 'react'
import type { EndingHands } from './ending-hands.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

/** One thing at a time, and in a sentence why it was not done. */
export function useDoing({ codeOf }: EndingHands) {
  const t = useUiMessages()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const sentenceOf = (code: string | null) => {
    if (code === null) return t('ending.trouble.unreachable')
    if (code === 'words-changed') return t('ending.trouble.changed')
    if (code === 'note-moved-on') return t('ending.trouble.closed')
    if (code === 'case-closed') return t('ending.trouble.caseClosed')
    if (code === 'too-large') return t('ending.trouble.full')
    return t('ending.trouble.ours')
  }
  /** @returns whether it was done */
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    try {
      await work()
      setTrouble(null)
      return true
    } catch (error) {
      setTrouble(sentenceOf(codeOf(error)))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy, trouble }
}

import type { ReactNode } from 'react'
import { Button } from '../controls/button.js'
import { OpenSealIcon } from '../icons/open-seal-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface LapseStripProps {
  /** Everybody who had agreed; left out when it was the viewer and one other. */
  readonly names?: string
  /** The day of the agreement: "29 October". */
  readonly day: string
  /** The words that were agreed to, or the telling part of them. */
  readonly words: string
  readonly onSeeChange: () => void
}

/** Says plainly that the words moved on from what was agreed, and that the agreement is kept. (AG2) */
export function LapseStrip({ names, day, words, onSeeChange }: LapseStripProps) {
  const t = useUiMessages()
  const parts = {
    day,
    words,
    b: (children: ReactNode) => <b>{children}</b>,
    q: (children: ReactNode) => <q dir="auto">{children}</q>,
  }
  return (
    <div className="ac-lapse">
      <OpenSealIcon size={20} />
      <p>
        {names === undefined
          ? t.rich('goal.lapse.both', parts)
          : t.rich('goal.lapse.names', { ...parts, names })}
      </p>
      <Button size="small" onPress={onSeeChange}>
        {t('goal.lapse.seeChange')}
      </Button>
    </div>
  )
}

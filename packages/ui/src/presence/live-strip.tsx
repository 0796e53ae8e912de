import type { ReactNode } from 'react'
import { Pair, type PairProps } from './pair.js'

interface LiveStripProps extends Omit<PairProps, 'size'> {
  /** "Mara is here, writing with you" */
  readonly words: string
  /** Whether the last words are saved; see `SavedState`. */
  readonly saved?: ReactNode
}

/** Under the portal's header: who is here with you. Tinted only while somebody is. */
export function LiveStrip({ practitioner, client, words, saved }: LiveStripProps) {
  return (
    <div className="ac-live" data-present={practitioner.isPresent ? '' : undefined}>
      <Pair practitioner={practitioner} client={client} />
      <span className="ac-grow" role="status">
        {words}
      </span>
      {saved}
    </div>
  )
}

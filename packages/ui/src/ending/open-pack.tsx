import type { EndingList } from '@accord/domain/ending/box'
import type { PersonId } from '@accord/domain/ids'
import type { EndingPage, EndingState } from '@accord/domain/rest/ending'
import { NumberList } from '../safety/number-list.js'
import type { EndingHands } from './ending-hands.js'
import { EndingPart } from './ending-part.js'
import { KeptPart } from './kept-part.js'
import { Lines } from './lines.js'
import { SayPart } from './say-part.js'
import { Boxes, SummaryPart } from './summary-part.js'
import { useEndingMessages } from './use-ending-messages.js'

/** Lines that somebody may take over from elsewhere, by list. */
export type LineOffers = Readonly<Record<EndingList, readonly string[]>>

export interface OpenPackProps {
  readonly page: EndingPage
  readonly state: Extract<EndingState, { kind: 'open' }>
  readonly viewer: PersonId
  readonly hands: EndingHands
  readonly offers: LineOffers
}

/** A pack while it is written. (EN2–EN6) */
export function OpenPack(props: OpenPackProps) {
  const t = useEndingMessages()
  const { page } = props
  return (
    <>
      <div className="ac-ending">
        <SummaryPart {...props} />
        <KeptPart {...props} />
        <EndingPart title={t('ending.list.coping')} hint={t('ending.list.coping.hint')}>
          <Lines {...props} list="coping" />
        </EndingPart>
        <EndingPart title={t('ending.hard')} hint={t('ending.hard.hint')}>
          <h3 className="ac-subheading">{t('ending.list.call')}</h3>
          <Lines {...props} list="call" />
          <h3 className="ac-subheading">{t('ending.urgent')}</h3>
          <p className="ac-muted ac-small">{t('ending.urgent.hint')}</p>
          <NumberList numbers={page.urgent} />
          <Boxes {...props} boxes={['come-back']} />
        </EndingPart>
      </div>
      <SayPart {...props} />
    </>
  )
}

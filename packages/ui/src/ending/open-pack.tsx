import { useMemo, useState } from 'react'
import type { EndingBox } from '@accord/domain/ending/box'
import { NumberList } from '../safety/number-list.js'
import type { BoxKeeper } from './box-keeper.js'
import type { EndingHands } from './ending-hands.js'
import { EndingPart } from './ending-part.js'
import type { OpenPackScene } from './open-pack-props.js'
import { KeptPart } from './kept-part.js'
import { Lines } from './lines.js'
import { SayPart } from './say-part.js'
import { Boxes, SummaryPart } from './summary-part.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

/** A pack while it is written. (EN2–EN6) */
export function OpenPack(scene: OpenPackScene) {
  const t = useUiMessages()
  const { page } = scene
  const [keepers] = useState(() => new Map<EndingBox, BoxKeeper>())
  const [underWay, setUnderWay] = useState(0)
  const { hands } = scene
  const counted = useMemo((): EndingHands => {
    const act: EndingHands['act'] = async (one) => {
      // Typing is no reason to wait: what is said, is said of the words in one's own boxes as they are.
      if (one.kind === 'write') return hands.act(one)
      setUnderWay((many) => many + 1)
      try {
        return await hands.act(one)
      } finally {
        setUnderWay((many) => many - 1)
      }
    }
    return { ...hands, act }
  }, [hands])
  const props = { ...scene, hands: counted, keepers, isUnderWay: underWay > 0 }
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

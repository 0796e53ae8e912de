import { useWebMessages } from '../../lib/use-web-messages.js'

const TO_SEE_TO = ['welcome', 'limits', 'consent', 'comfort', 'hopes', 'goals', 'next'] as const

/** What a first session sees to; a getting-to-know-you session needs no goals. (D2, D6) */
export function FirstSession() {
  const t = useWebMessages()
  return (
    <section aria-labelledby="prepare-first">
      <h2 className="ac-heading" id="prepare-first">
        {t('prepare.first')}
      </h2>
      <ul className="web-room-list">
        {TO_SEE_TO.map((one) => (
          <li key={one}>{t(`prepare.first.${one}`)}</li>
        ))}
      </ul>
    </section>
  )
}

import { useEffect, useState } from 'react'
import type { SessionCard } from '@accord/domain/rest/session'
import { Button } from '@accord/ui/controls/button'
import { PrivatePaper } from '@accord/ui/private/private-paper'
import { BringToSupervision } from '../../lib/take-to-supervision.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

const SECONDS = 60

/** A minute for oneself: what is written here stays in the page and is gone with it. (SE17) */
export function ReadinessMinute({ card }: { readonly card: SessionCard }) {
  const t = useWebMessages()
  const [left, setLeft] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const isRunning = left !== null && left > 0
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setLeft((before) => Math.max(0, (before ?? 0) - 1)), 1_000)
    return () => clearInterval(timer)
  }, [isRunning])
  return (
    <section className="web-prepare-bare web-minute" aria-label={t('minute.title')}>
      <PrivatePaper
        title={t('minute.title')}
        actions={
          left === null ? (
            <Button kind="quiet" size="small" onPress={() => setLeft(SECONDS)}>
              {t('minute.begin')}
            </Button>
          ) : (
            <span className="ac-small" aria-hidden="true">
              {left}
            </span>
          )
        }
      >
        {left === null ? (
          <p>{t('minute.what')}</p>
        ) : (
          <>
            <textarea
              rows={3}
              dir="auto"
              aria-label={t('minute.label')}
              placeholder={t('minute.placeholder')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <p className="ac-hidden" role="status">
              {left === 0 && t('minute.over')}
            </p>
            <BringToSupervision caseId={card.caseId} people={card.people} words={words.trim()} />
          </>
        )}
      </PrivatePaper>
    </section>
  )
}

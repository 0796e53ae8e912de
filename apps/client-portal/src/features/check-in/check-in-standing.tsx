import { ASPECTS } from '@accord/domain/alliance/check-in'
import type { OwnCheckIn } from '@accord/domain/rest/alliance'
import { AddTo } from '../../lib/add-to.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { useShownToWords } from './shown-to-words.js'
import { useQuestion } from './use-question.js'

/** What was said while the work went on; it stays as it is. (CI4) */
export function CheckInStanding({ of }: { readonly of: OwnCheckIn }) {
  const t = usePortalMessages()
  const question = useQuestion(useShownToWords(of).practitioners)
  const answers = of.mine?.answers ?? null
  return (
    <>
      <p className="pt-closed">{t('checkIn.closedNow')}</p>
      {answers === null ? (
        <p className="ac-muted">{t('checkIn.nothing')}</p>
      ) : (
        <dl className="pt-comfort-said">
          {ASPECTS.map((aspect) => (
            <div key={aspect}>
              <dt>{question(aspect)}</dt>
              <dd>{answers.ratings[aspect] ?? t('checkIn.unanswered')}</dd>
            </div>
          ))}
          {answers.words !== null && (
            <div>
              <dt>{t('checkIn.open')}</dt>
              <dd dir="auto">{answers.words}</dd>
            </div>
          )}
        </dl>
      )}
      {of.mine !== null && (
        <AddTo
          caseId={of.caseId}
          place={{ kind: 'check-in', item: of.mine.session, entry: of.mine.version }}
        />
      )}
    </>
  )
}

import { Seal } from '@accord/ui/seal/seal'
import type { SealHalf } from '@accord/ui/seal/seal-half'
import { givenName } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import type { SetUpDraft } from './set-up-draft.js'

const HALF_OPEN: readonly SealHalf[] = [
  { side: 'practitioner', state: 'on' },
  { side: 'client', state: 'off' },
]

/** The same answers, as people will meet them. Names in it are made up. */
export function HowItReads({ draft }: { readonly draft: SetUpDraft }) {
  const t = useWebMessages()
  const clinic = draft.clinic.trim() || t('setUp.reads.clinic')
  const [discipline] = draft.disciplines
  const own = draft.practises ? givenName(draft.name.trim()) : ''
  const who = own === '' ? t('setUp.reads.practitioner') : own
  const mark = (words: React.ReactNode) => <mark>{words}</mark>
  return (
    <>
      <h2 className="ac-subheading">{t('setUp.reads.label')}</h2>
      <div className="web-reads">
        <p className="ac-tiny ac-muted">{t.rich('setUp.reads.phone', { word: draft.word, m: mark })}</p>
        <p className="web-reads-greeting">{t('setUp.reads.greeting')}</p>
        <div className="web-reads-goal">
          <Seal halves={HALF_OPEN} size={44} />
          <p>
            <b>{t('setUp.reads.agrees', { name: who })}</b>
            <span className="ac-muted">{t('setUp.reads.open')}</span>
          </p>
        </div>
      </div>
      <div className="web-reads">
        <p className="ac-tiny ac-muted">{t('setUp.reads.desk')}</p>
        <p>
          {t.rich('setUp.reads.case', {
            word: draft.word,
            work: t('discipline', { discipline: discipline ?? 'counselling' }),
            m: mark,
          })}
        </p>
      </div>
      <div className="web-reads">
        <p className="ac-tiny ac-muted">{t('setUp.reads.door')}</p>
        <p>{t('setUp.reads.welcome', { clinic })}</p>
      </div>
    </>
  )
}

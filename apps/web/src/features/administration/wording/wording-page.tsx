import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { wordingQuery } from '../../../lib/wording.js'
import { DeskFrame } from '../desk-frame.js'
import { ListedWords } from './listed-words.js'
import { WordingDecided } from './wording-decided.js'
import { NEW_WORD, WordingForm, type WordDraft } from './wording-form.js'

/** A clinic's own words for the wording check: added, or left alone, with a reason. (WC6) */
export function WordingPage() {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(wordingQuery)
  const [draft, setDraft] = useState<WordDraft>(NEW_WORD)
  const propose = (words: string, act: WordDraft['act']) => {
    setDraft({ ...NEW_WORD, act, words })
    document.getElementById('wording-form')?.scrollIntoView({ block: 'center' })
  }
  return (
    <DeskFrame tab="wording" title={t('desk.wording.title')}>
      <div className="ac-page web-policy">
        <h1 className="ac-heading">{t('desk.wording.title')}</h1>
        <p className="ac-muted">{t('desk.wording.lead')}</p>
        {data !== undefined && (
          <>
            <WordingForm draft={draft} onDraft={setDraft} />
            <WordingDecided
              decisions={data.decisions}
              onTurn={({ words, act }) => propose(words, act === 'add' ? 'leave' : 'add')}
            />
            <ListedWords decisions={data.decisions} onLeave={(words) => propose(words, 'leave')} />
          </>
        )}
        {data === undefined && error === null && <GoalSkeleton sentence={t('desk.wording.loading')} />}
        {data === undefined && error !== null && (
          <FailedPage error={error} what={t('desk.wording.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </DeskFrame>
  )
}

import { useState } from 'react'
import type { WordingDecision } from '@accord/domain/rest/wording'
import { clinicRules } from '@accord/domain/wording/clinic-wording'
import { ENGLISH } from '@accord/domain/wording/english'
import { Button } from '@accord/ui/controls/button'
import { Table } from '@accord/ui/controls/table'
import { TextField } from '@accord/ui/controls/text-field'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** So many are shown before anybody looks for one. */
const SHOWN = 10

interface ListedWordsProps {
  readonly decisions: readonly WordingDecision[]
  readonly onLeave: (words: string) => void
}

/** The words that Accord comes with, with their reason and source; a clinic can leave any of them alone. (WC2, WC6) */
export function ListedWords({ decisions, onLeave }: ListedWordsProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const [wanted, setWanted] = useState('')
  const [isWhole, setWhole] = useState(false)
  const { left } = clinicRules(decisions, ENGLISH.language)
  const sought = wanted.trim().toLowerCase()
  const found = ENGLISH.rules.filter(({ words }) => words.toLowerCase().includes(sought))
  return (
    <section aria-labelledby="wording-listed" className="web-policy-versions web-wording-list">
      <h2 className="ac-subheading" id="wording-listed">
        {t('desk.wording.listed')}
      </h2>
      <p className="ac-muted ac-small">{t('desk.wording.listed.lead')}</p>
      <TextField label={t('desk.wording.find')} type="search" value={wanted} onChange={setWanted} />
      <Table
        caption={t('desk.wording.listed')}
        rows={isWhole || sought !== '' ? found : found.slice(0, SHOWN)}
        rowKey={({ id }) => id}
        columns={[
          { id: 'words', header: t('desk.wording.words'), isRowHeader: true, cell: (rule) => rule.words },
          {
            id: 'instead',
            header: t('desk.wording.instead'),
            cell: ({ instead, guide }) =>
              guide === null ? instead.join(' · ') : ui(`wording.guide.${guide}`),
          },
          {
            id: 'why',
            header: t('desk.wording.why'),
            cell: ({ why, source }) => (
              <>
                {ui(`wording.why.${why}`)}{' '}
                {source !== 'clinic' && (
                  <small className="ac-muted">
                    {ui('wording.after', { source: ui(`wording.source.${source}`) })}
                  </small>
                )}
              </>
            ),
          },
          {
            id: 'leave',
            header: t('desk.wording.change'),
            cell: ({ words }) =>
              left.has(words.toLowerCase()) ? (
                <span className="ac-muted">{t('desk.wording.left')}</span>
              ) : (
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={t('desk.wording.leaveNamed', { words })}
                  onPress={() => onLeave(words)}
                >
                  {t('desk.wording.turn.add')}
                </Button>
              ),
          },
        ]}
      />
      {!isWhole && sought === '' && (
        <Button onPress={() => setWhole(true)}>{t('desk.wording.all', { count: found.length })}</Button>
      )}
      {found.length === 0 && <p className="ac-muted ac-small">{t('desk.wording.find.none')}</p>}
    </section>
  )
}

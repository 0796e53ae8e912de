import type { WordingDecision } from '@accord/domain/rest/wording'
import { Button } from '@accord/ui/controls/button'
import { Table } from '@accord/ui/controls/table'
import { useFormat } from '@accord/ui/messages/use-format'
import { languageNamed } from '../../../lib/languages.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface WordingDecidedProps {
  /** The oldest first. */
  readonly decisions: readonly WordingDecision[]
  readonly onTurn: (decision: WordingDecision) => void
}

/** What was decided, the latest first; only the last decision about a word counts. (WC6) */
export function WordingDecided({ decisions, onTurn }: WordingDecidedProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const wordOf = ({ language, words }: WordingDecision) => `${language} ${words.toLowerCase()}`
  const last = new Map(decisions.map((one) => [wordOf(one), one.id]))
  return (
    <section aria-labelledby="wording-decided" className="web-policy-versions web-wording-list">
      <h2 className="ac-subheading" id="wording-decided">
        {t('desk.wording.decided')}
      </h2>
      {decisions.length === 0 ? (
        <p className="ac-muted ac-small">{t('desk.wording.decided.none')}</p>
      ) : (
        <Table
          caption={t('desk.wording.decided')}
          rows={[...decisions].reverse()}
          rowKey={({ id }) => id}
          columns={[
            { id: 'words', header: t('desk.wording.words'), isRowHeader: true, cell: (one) => one.words },
            {
              id: 'act',
              header: t('desk.wording.act'),
              cell: ({ act, instead }) =>
                t('desk.wording.was', {
                  act: act === 'add' ? act : 'other',
                  instead: instead === '' ? 'none' : 'other',
                  words: instead,
                }),
            },
            {
              id: 'language',
              header: t('desk.wording.language'),
              cell: (one) => languageNamed(one.language),
            },
            { id: 'reason', header: t('desk.wording.reason'), cell: (one) => one.reason },
            {
              id: 'by',
              header: t('desk.wording.by'),
              cell: ({ by, at }) =>
                t('desk.wording.bywhom', { name: by.name, when: format.moment(new Date(at), now) }),
            },
            {
              id: 'turn',
              header: t('desk.wording.change'),
              cell: (one) =>
                last.get(wordOf(one)) === one.id ? (
                  <Button size="small" kind="quiet" onPress={() => onTurn(one)}>
                    {t(`desk.wording.turn.${one.act}`)}
                  </Button>
                ) : (
                  <span className="ac-muted">{t('desk.wording.over')}</span>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}

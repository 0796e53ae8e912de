import type { EndingLine, LineId } from '@accord/domain/ending/draft'
import type { PersonId } from '@accord/domain/ids'
import type { PersonName } from '@accord/domain/sync/wire'
import { Button } from '../controls/button.js'
import { IconButton } from '../controls/icon-button.js'
import { DownIcon } from '../icons/down-icon.js'
import { StrikeIcon } from '../icons/strike-icon.js'
import { shortNameOf } from '../whose-goal/short-name.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

/** What is done with a line of a list. */
export type LineAct =
  | { readonly kind: 'move'; readonly line: LineId; readonly before: LineId | null }
  | { readonly kind: 'cross'; readonly line: LineId }
  | { readonly kind: 'uncross'; readonly line: LineId }

interface LineListProps {
  readonly label: string
  readonly lines: readonly EndingLine[]
  readonly people: readonly PersonName[]
  readonly viewer: PersonId
  /** Absent for whoever reads. */
  readonly onAct?: ((act: LineAct) => void) | undefined
}

/** Short lines in the order that people gave them; what is crossed out stays readable, below the others. (EN4) */
export function LineList({ label, lines, people, viewer, onAct }: LineListProps) {
  const t = useUiMessages()
  const standing = lines.filter(({ crossed }) => crossed === null)
  const crossed = lines.filter((one) => one.crossed !== null)
  const named = (id: PersonId) => (id === viewer ? t('ending.you') : shortNameOf(people, id))
  if (lines.length === 0) return null
  return (
    <ul className="ac-ending-lines" aria-label={label}>
      {standing.map((one, at) => (
        <li key={one.line}>
          <span className="ac-ending-line">
            <span dir="auto">{one.words}</span>
            <small className="ac-muted">{named(one.by)}</small>
          </span>
          {onAct && (
            <span className="ac-ending-line-acts">
              {standing.length > 1 && (
                <>
                  <Move one={one} to={standing[at - 1]?.line} way="up" onAct={onAct} />
                  <Move
                    one={one}
                    to={at + 1 < standing.length ? (standing[at + 2]?.line ?? null) : undefined}
                    way="down"
                    onAct={onAct}
                  />
                </>
              )}
              <IconButton
                size="small"
                label={t('ending.line.cross', { words: one.words })}
                onPress={() => onAct({ kind: 'cross', line: one.line })}
              >
                <StrikeIcon size={18} />
              </IconButton>
            </span>
          )}
        </li>
      ))}
      {crossed.map((one) => (
        <li key={one.line} data-crossed="">
          <span className="ac-ending-line">
            <s dir="auto">{one.words}</s>
            <small className="ac-muted">
              {t('ending.line.crossed', { name: named(one.crossed?.by ?? one.by) })}
            </small>
          </span>
          {onAct && (
            <Button
              kind="quiet"
              size="small"
              aria-label={t('ending.line.uncross', { words: one.words })}
              onPress={() => onAct({ kind: 'uncross', line: one.line })}
            >
              {t('ending.line.back')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface MoveProps {
  readonly one: EndingLine
  /** Before which line; null for the end, absent where it cannot go further. */
  readonly to: LineId | null | undefined
  readonly way: 'up' | 'down'
  readonly onAct: (act: LineAct) => void
}

function Move({ one: { line, words }, to, way, onAct }: MoveProps) {
  const t = useUiMessages()
  return (
    <IconButton
      size="small"
      label={t(`ending.line.${way}`, { words })}
      isDisabled={to === undefined}
      onPress={() => to !== undefined && onAct({ kind: 'move', line, before: to })}
    >
      <span data-way={way} className="ac-ending-way">
        <DownIcon size={18} />
      </span>
    </IconButton>
  )
}

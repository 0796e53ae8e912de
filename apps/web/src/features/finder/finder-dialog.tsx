import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Autocomplete, Dialog, Input, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { find } from '@accord/domain/search/find'
import { Button } from '@accord/ui/controls/button'
import { SearchIcon } from '@accord/ui/icons/search-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { casesQuery } from '../../lib/cases.js'
import { EMERGENCY_ADDRESS } from '../../lib/emergency/emergency.js'
import { openedCases } from '../../lib/opened-cases.js'
import { useSelf } from '../../lib/self-context.js'
import { useShowShortcuts } from '../../lib/shortcuts-context.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { findables, unasked, type Found } from './findables.js'
import { FinderList, type FoundGroup } from './finder-list.js'
import { useCalendar } from './use-calendar.js'

/** How many of a kind are listed; whoever wants another types another letter. */
const MOST = 8

/** Finds a client, a goal or a day among what this person was already given. (FI1) */
export function FinderDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWebMessages()
  const navigate = useNavigate()
  const showShortcuts = useShowShortcuts()
  const [query, setQuery] = useState('')
  const { data: list, error } = useQuery(casesQuery)
  const groups = useGroups(list?.cases ?? [], query)
  const open = (found: Found) => {
    onClose()
    void navigate(found.address)
  }
  const empty = list === undefined ? t(error ? 'finder.failed' : 'finder.loading') : t('finder.nothing')
  return (
    <ModalOverlay
      className="ac-scrim web-finder-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="ac-modal web-finder" data-wide="">
        <Dialog className="web-finder-dialog" aria-label={t('finder.open')}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField
              className="web-finder-field"
              aria-label={t('finder.open')}
              autoFocus
              // Esc leaves at once, with or without words in the field.
              onKeyDown={(event) => event.key === 'Escape' && onClose()}
            >
              <SearchIcon />
              <Input className="web-finder-input" placeholder={t('finder.placeholder')} />
            </SearchField>
            <FinderList groups={groups} empty={empty} onOpen={open} />
          </Autocomplete>
          <p className="ac-hidden" role="status">
            {query === '' ? '' : t('finder.count', { count: groups.flatMap(({ items }) => items).length })}
          </p>
          <div className="web-finder-foot">
            <span className="ac-muted ac-small web-finder-keys">
              {t.rich('finder.hint', { k: (key) => <kbd>{key}</kbd> })}
            </span>
            <Button
              kind="quiet"
              size="small"
              onPress={() => {
                onClose()
                void navigate(EMERGENCY_ADDRESS)
              }}
            >
              {t('finder.emergency')}
            </Button>
            <Button
              kind="quiet"
              size="small"
              onPress={() => {
                onClose()
                showShortcuts()
              }}
            >
              {t('shortcuts.title')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function useGroups(cases: Parameters<typeof findables>[0], query: string): readonly FoundGroup[] {
  const t = useWebMessages()
  const format = useFormat()
  const calendar = useCalendar()
  const { person } = useSelf()
  // Taken once: what is opened from here belongs to the next time.
  const [opened] = useState(() => openedCases(person.id))
  const all = useMemo(() => findables(cases, format.list), [cases, format])
  return useMemo(() => {
    const { recent, others } = unasked(all, opened)
    const found = find(query, all, calendar)
    const groups: readonly FoundGroup[] =
      query.trim() === ''
        ? [
            { id: 'recent', label: t('finder.group.recent'), items: recent },
            { id: 'clients', label: t('finder.group.clients'), items: others.slice(0, MOST) },
          ]
        : (['client', 'goal'] as const).map((kind) => ({
            id: kind,
            label: t(kind === 'client' ? 'finder.group.clients' : 'finder.group.goals'),
            items: found.filter((one) => one.kind === kind).slice(0, MOST),
          }))
    return groups.filter(({ items }) => items.length > 0)
  }, [all, calendar, opened, query, t])
}

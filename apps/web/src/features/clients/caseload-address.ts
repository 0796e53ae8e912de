import type { PersonId } from '@accord/domain/ids'
import { SHOWN, SORTED_BY, USUAL_ORDER, type CaseloadView } from './caseload-view.js'

/** The view that an address asks for; what is missing or can't be read is as usual. (FI6) */
export function viewOfAddress(query: URLSearchParams): CaseloadView {
  const sortedBy = SORTED_BY.find((one) => one === query.get('sort')) ?? 'change'
  const page = query.get('page') ?? '1'
  const order = (['ascending', 'descending'] as const).find((one) => one === query.get('order'))
  const practitioner = query.get('with')
  return {
    shown: SHOWN.find((one) => one === query.get('show')) ?? 'all',
    practitioner: practitioner ? (practitioner as PersonId) : null,
    sortedBy,
    order: order ?? USUAL_ORDER[sortedBy],
    page: /^[1-9][0-9]{0,5}$/.test(page) ? Number(page) : 1,
  }
}

/** The address of a view; what is as usual isn't in it. (FI6) */
export function addressOf({ shown, practitioner, sortedBy, order, page }: CaseloadView): string {
  const query = new URLSearchParams()
  if (shown !== 'all') query.set('show', shown)
  if (practitioner !== null) query.set('with', practitioner)
  if (sortedBy !== 'change') query.set('sort', sortedBy)
  if (order !== USUAL_ORDER[sortedBy]) query.set('order', order)
  if (page !== 1) query.set('page', String(page))
  const said = query.toString()
  return said === '' ? '/clients' : `/clients?${said}`
}

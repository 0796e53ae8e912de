import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** How a table is sorted by a column; `order` is null when it is sorted by another one. */
export interface TableSort {
  readonly order: 'ascending' | 'descending' | null
  readonly onSort: () => void
}

export interface TableColumn<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'start' | 'end'
  /** Names its row for a screen reader. */
  readonly isRowHeader?: boolean
  /** For columns that rows can be sorted by: their header is a button. */
  readonly sort?: TableSort
}

export interface TableProps<Row> {
  readonly caption: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

/** A plain table of plain cells; on a narrow screen it scrolls inside its sheet. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <div className="ac-table-sheet" role="region" aria-label={caption} tabIndex={0}>
      <table className="ac-table">
        <caption className="ac-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, header, align, sort }) => (
              <th key={id} scope="col" data-align={align} aria-sort={sort?.order ?? undefined}>
                {sort === undefined ? header : <SortButton header={header} sort={sort} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ id, cell, align, isRowHeader }) =>
                isRowHeader ? (
                  <th key={id} scope="row" data-align={align}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} data-align={align}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SortButton({ header, sort }: { readonly header: string; readonly sort: TableSort }) {
  return (
    <Button className="ac-sort" data-order={sort.order ?? undefined} onPress={sort.onSort}>
      {header}
    </Button>
  )
}

/** Complaints that are described, and a playbook. */
import { type NamedPlaybook, readPlaybook } from '#core/campaign/playbook.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Described } from '#core/work/case/case-event.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'
import { openedAt, storedCase } from '#test/support/work-builders.ts'

interface Told {
  readonly workId: string
  readonly at: Instant
  readonly customerId?: string | null
  readonly category?: string
  readonly fields?: Described['fields']
  readonly later?: readonly WorkEvent[]
}

export const aComplaint = ({
  workId,
  at,
  customerId = `c-${workId}`,
  category = 'delivery',
  fields = {},
  later = [],
}: Told): Case => {
  const described = { is: 'described', at, by: { is: 'staff', name: 'Hạnh' }, category, fields } as const
  return storedCase({ workId, customerId, events: [openedAt(at), described, ...later] as never })
}

export const aPlaybook = (category = 'delivery'): NamedPlaybook => {
  const text = (vi: string, en: string) => ({ vi, en })
  const read = readPlaybook({
    file: `${category}.json`,
    text: JSON.stringify({
      owner: 'Lê Ngọc Mai',
      steps: [text('Hỏi kho giao lúc nào', 'Ask the stock when it left')],
      limits: [text('Không hứa ngày giao thay kho', 'Promise no day for the stock')],
      reply: {
        acknowledge: text('{{company}} xin lỗi {{honorific}} vì hàng đến trễ.', 'We are sorry that it came late.'),
        solve: text('Hàng sẽ đến [ngày].', 'It will come on [day].'),
        followUp: text('Chúng tôi sẽ hỏi lại {{honorific}}.', 'We will ask again.'),
      },
      changes: [
        { version: 1, on: '2027-01-05', by: 'Mai', note: text('Bản đầu', 'First version') },
        { version: 2, on: '2027-02-01', by: 'Mai', note: text('Thêm giới hạn', 'Adds a limit') },
      ],
    }),
  })
  if (!('value' in read)) throw new Error('no playbook')
  return read.value
}

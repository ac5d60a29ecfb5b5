import { expect, test } from 'vitest'
import { inOrder } from '#web/words/in-order.ts'

test('Vietnamese names stand as a dictionary has them, English ones by their own letters', () => {
  const names = ['Ý', 'Đào', 'Dung', 'Ân', 'An', 'Yến', 'Em', 'ánh']
  const by = (name: string) => name
  expect(inOrder(names, { locale: 'vi', by })).toEqual(['An', 'ánh', 'Ân', 'Dung', 'Đào', 'Em', 'Ý', 'Yến'])
  expect(inOrder(['quiz 10', 'Quiz 2', 'Apple', 'élan'], { locale: 'en', by })).toEqual(['Apple', 'élan', 'Quiz 2', 'quiz 10'])
})

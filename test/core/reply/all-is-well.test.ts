/** A customer who answers that it is fine now is content, in either language and however they spell; who only half says so is read by a person. */
import { expect, test } from 'vitest'
import { readReply } from '#core/reply/read-reply.ts'
import { isContented } from '#core/reply/understood-comment.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

/** As a case reads what comes back to it (app/listening/act-on-reply.ts). */
function isWell(text: string): boolean {
  const { kind, holds, text: words } = readReply(aMail(text), null)
  return kind === 'thanks' || (kind === 'unclear' && holds.length === 0 && isContented(words))
}

const WELL = `
Tạm ổn
tam on
Tạm ổn rồi em
Tạm ổn em ạ
Ổn rồi em
on roi em
Ổn rồi ạ
Ổn rồi nha
ổn r e
on r e
ổn rùi nhaaa
Ổn òi
Ổn mà em
Ok ổn
Dạ ổn rồi ạ
Ổn cả rồi
Ổn hết rồi em nhé
Giờ thì ổn rồi
Bây giờ ổn rồi em
gio thi on roi em nhe
Hiện tại ổn rồi shop
Mọi thứ ổn rồi
Mọi chuyện đã ổn
moi viec on roi em
Bên chị ổn rồi em
Chị thấy ổn rồi
Vậy là được rồi
vay la duoc roi
Vậy là được rồi em, cảm ơn em
Thế là được rồi
Thế là ổn rồi em ạ
Như vậy là được rồi
Như thế là ổn
z là đc r
vậy là đc r nha
Được rồi em
duoc roi em
đc r
dc r e
Được rồi nhé, cảm ơn shop
Ok rồi em
oke r
Okela
okie em
ok luôn
Xong rồi em
Xong xuôi rồi
Đâu vào đấy rồi em
Đã ổn thỏa
Ổn áp rồi
Ổn định rồi em
Bình thường lại rồi
Chị hài lòng rồi
Chị yên tâm rồi
Hết lỗi rồi em
Không sao nữa rồi
Không còn vấn đề gì nữa
Giải quyết xong rồi em
Đã giải quyết xong
Ổn rồi cảm ơn em nhiều
Cảm ơn em, ổn rồi
Cám ơn shop, vậy là được rồi
Dạ được rồi, em cảm ơn chị
Trà ngon lắm, ổn rồi em
Ổn gòi nha
Dùng được rồi em
ukm ổn rồi
Uh ổn rồi em
It is fine now
It's fine now.
it’s fine now
Its fine now thanks
Fine now
All fine
All fine now, thank you
It's all fine
Everything is fine now
Everything's fine, thanks
Everything is ok now
Everything is good now
It is OK now
It's okay now
its ok
All ok
All good
All good now, cheers
We are good now
I'm good now, thanks
We're all good
It works now
It works fine now
It's working now
Working again, thanks
Sorted
Sorted now
It's all sorted
All sorted, thank you
It's solved
It has been resolved
It's been sorted out, thank you
Fixed
It is fixed now
Problem solved
Issue resolved, thanks
No problem any more
No more issues
That's fine
That is fine with me
That's fine, thank you
That works for me
Yes, it is fine now
Yes it's ok
Yep, all fine
Good now
Much better now
It's much better now, thank you
It is fine for now
Happy with that
I'm happy now
Thanks, it is fine now
Thank you, everything is fine
`
const NOT_WELL = `
Chưa ổn
chua on
chưa ổn em ơi
chx ổn
Chưa được
chua duoc
Vẫn chưa ổn
Chưa ổn lắm
Không ổn
khong on
k ổn
hông ổn
hem ổn
ko on
Không ổn chút nào
Ổn gì mà ổn
on gi ma on
Ổn cái gì mà ổn
Ổn đâu mà ổn
Ổn chỗ nào
Ổn không em
Ổn chưa?
Ổn chưa em
ổn hông
ổn k e
Tạm ổn thôi
Tạm ổn nhưng hộp vẫn móp
Tạm ổn, nhưng trà chưa ngon
Ổn rồi nhưng nắp vẫn lỏng
Ổn rồi mà nắp vẫn lỏng
Ổn rồi, gọi lại cho chị
Ổn thì ổn
Được rồi thì sao
Được rồi, để chị tự lo
Thôi được rồi
Thôi vậy
Sao cũng được
Thế nào cũng được
Vậy mà cũng được
Được cái gì mà được
Được chưa
Không được
khong duoc
k được
đâu có ổn
Có ổn đâu
Tưởng ổn rồi
Tuong on roi
Nếu vậy là được rồi
Hôm qua ổn, nay lại hỏng
Mới ổn được một ngày
Ổn hơn một chút
Gần ổn rồi
Sắp ổn
Xong chưa em
Chưa xong
Ổn ghê ha
Ổn dữ
Hết hàng rồi
Hết nói nổi rồi
Hết tin rồi
Không còn gì để nói
Không sao đâu
Cũng được
Ổn rồi em, mà bao giờ giao bộ mới
Chị không thấy ổn
Giải quyết chưa xong
Not fine
It is not fine
It's not fine now
It isn't fine
isn't fine
It is not ok
Not ok
Not good
Not sorted
Not sorted yet
Not fixed
It is still not fixed
It doesn't work
It does not work now
It's not working
Still not working
Not working again
Fine, but the lid is loose
It is fine now but the lid is loose
Fine but
All good except the box
It was fine
It was fine until yesterday
It is fine now, when do I get the refund
Is it fine now
Is everything ok?
How is this fine
Fine, whatever
Fine. I will buy elsewhere
Fine, I give up
It would be fine
It should be fine now
It will be fine
I thought it was fixed
If it is fine now
Almost fine
Hardly fine
Fine for you maybe
Nothing is fine
Never fixed
No
Nope
Not yet
More issues now
Problem
Better
No thanks to you it is fine now
It's far from fine
Everything is fine with your policy I guess
Works once then stops
`
const lines = (text: string) => text.trim().split('\n')

test.each(lines(WELL))('“%s” says that all is well', (text) => {
  expect(isWell(text)).toBe(true)
})

test.each(lines(NOT_WELL))('“%s” is read by a person', (text) => {
  expect(isWell(text)).toBe(false)
})

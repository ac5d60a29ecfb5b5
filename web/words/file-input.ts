/** What stands beside the field for a file, for staff and for departments. */
import { LARGEST_FILE } from '#core/work/case/case-file.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenSize } from '#web/words/files.ts'

/** What a browser offers to choose from. What is taken is told by the bytes. */
export const TAKEN_FILES = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf'

const [MOST_VI, MOST_EN] = [writtenSize(LARGEST_FILE, 'vi'), writtenSize(LARGEST_FILE, 'en')]

export const FILE_INPUT_WORDS = bothLanguages({
  vi: {
    file: 'Ảnh hoặc tệp',
    optional: 'Ảnh hoặc tệp kèm theo (không bắt buộc)',
    hint: `Ảnh JPEG, PNG, WebP, HEIC hoặc tệp PDF, nhiều nhất ${MOST_VI}. Ảnh lớn hơn: gửi qua Zalo cho chính mình rồi tải về, Zalo thu nhỏ ảnh.`,
    tooLarge: `Tệp này lớn hơn ${MOST_VI} nên không gửi được. Hãy chọn ảnh nhỏ hơn, ví dụ ảnh tải về từ Zalo.`,
  },
  en: {
    file: 'Photo or file',
    optional: 'Photo or file to go with it (optional)',
    hint: `JPEG, PNG, WebP, HEIC or PDF, at most ${MOST_EN}. Larger: send the photo to yourself by Zalo and save it from there, which makes it smaller.`,
    tooLarge: `This file is larger than ${MOST_EN} and cannot be sent. Choose a smaller picture, such as one saved from Zalo.`,
  },
})

/**
 * Vietnamese comments that staff need not read: praise, politeness and plain good reasons. No word of denial, lack, comparison or command is listed
 * on its own, so a wish, a lack or a fault leaves an unknown word.
 */
import { type CommentVocabulary, words } from '#core/reply/comment-vocabulary.ts'

const MUCH =
  '(cực kỳ|vô cùng|hết sức|dã man|quá trời|xuất sắc|thật sự|thực sự|luôn luôn|lắm luôn|rất|quá|lắm|ghê|luôn|thật|thiệt|cực|siêu|khá|đều|cũng|vẫn|cả|nữa)'
const PEOPLE =
  '(ông bà|bạn thân|bạn bè thân|khách hàng|bạn bè|bạn gái|bạn trai|người yêu|con gái|con trai|chị gái|em gái|anh trai|đồng nghiệp|đối tác|người thân|gia đình|cả nhà|mọi người|bà ngoại|bà nội|ông ngoại|ông nội|mẹ chồng|mẹ vợ|bố mẹ|ba mẹ|hai bên|người lớn|cô giáo|hàng xóm|cơ quan|công ty|ba|bố|mẹ|má|ông|bà|sếp|khách|bạn|con|chồng|vợ|thầy|nhà)'
const AGAIN =
  '(tiếp tục ủng hộ|giới thiệu cho|tiếp tục mua|ủng hộ|quay lại|ghé lại|trở lại|mua lại|mua tiếp|đặt tiếp|dùng tiếp|giới thiệu|gắn bó|đồng hành|ghé|mua|đặt|dùng|rủ|theo)'

export const VIETNAMESE_COMMENTS: CommentVocabulary = {
  idle: words(
    'hmm|hm|ừm|ủa|dạ|vâng|ừ|ờ|à|ạ|ơi|ôi|ui|nhé|nha|nhá|nhen|nghen|nè|nhỉ|á|hen|nghe|wow|ok|oke|okie|hihi|haha|hehe|hjhj|kkk|ok|tôi|mình|em|anh|chị|tui|con|cô|chú|bác|dì|bạn|các|những|mấy|' +
      'ad|admin|add|shop|bên|công|ty|quý|team|xin|chào|hi|hello|cảm|cám|ơn|thanks|thank|you|và|với|cùng|vì|do|bởi|nói|chung|nhìn|tổng|thể|là|thì|mà|cũng|đều|vẫn|rất|quá|khá|siêu|cực|kỳ|kì|vô|' +
      'hết|sức|lắm|nhiều|ghê|thật|thiệt|sự|thực|luôn|rồi|này|đó|đấy|ấy|cả|mọi|tất|từng|mỗi|thấy|cảm|nhận|của|đã|được|cho|về|ở|tại|ra|nhà|đúng|kiểu|xứng|đáng|trời|mn|đỉnh|chân|thành|nữa',
  ),
  topics: words(
    'ướp|phòng|trà|sen|nhài|lài|ô|long|oolong|hộp|gói|túi|lọ|ấm|chén|bộ|hàng|đồ|món|quà|tặng|thiệp|tấm|lời|chúc|thư|sản|phẩm|dịch|vụ|chất|lượng|giá|cả|giao|ship|shipper|nhân|viên|tư|vấn|phục|hỗ trợ|chăm|sóc|' +
      'khách|hậu|mãi|thái|độ|đóng|bao|bì|hình|thức|mẫu|mã|hương|vị|mùi|nước|màu|sắc|bánh|cửa|tiệm|quán|không gian|website|app|trang|cách|thứ|điều|phần|người|mọi|gia|đình|bạn|bè|ba|bố|mẹ|sếp|chồng|vợ|con|ông|' +
      'uống|ướp|phòng|pha|ăn|dùng|xài|mua|đặt|đơn|nhận|gửi|bán|làm|trải|nghiệm|quy|trình|thời|gian|tốc|việc|lần|tới|đến|khi|lúc|lúc nào|hôm|nay|qua|vừa|mới|từ|đầu|cuối|online|mạng|hotline|tay|bằng|vào|chuyện|tinh|thần|' +
      'phong|bên|trong|ngoài|thương|hiệu|trà sen|bé|nhìn|xem|cầm|mở|phẩm|nguyên|liệu|đặc|sản|tết|sinh|nhật|dịp|sáng|trưa|chiều|tối|ngày|tuần|năm|đợt|trả lời|nói chuyện|hồi đáp' +
      '|lẫn|mời|thanh toán|chuyển khoản|mua sắm|tham quan|ghé thăm|đón tiếp|tiếp đón|giới thiệu|giải thích|giải đáp|lắng nghe|theo dõi|trang trí|bày trí|trưng bày|bày biện|thiết kế|hoa văn|họa tiết|logo|gam màu|chất liệu|kích thước|dung tích|cảnh|khung cảnh|vườn|hồ|đầm sen|mùa sen|làng|phố|phố cổ|thủ đô|cuộc sống|gia vị|ẩm thực|món ăn|đồ uống|nước uống|bánh ngọt|mứt|kẹo|hạt sen|trà đá|trà nóng|trà xanh|trà đen|trà sữa|trà shan|shan tuyết|bạch trà|hồng trà|phổ nhĩ|tâm sen|hoa cúc|atiso|nước sôi|chỗ làm|ca làm|giờ nghỉ|cuối tuần|ngày nghỉ|buổi sáng|buổi chiều|buổi tối|sáng sớm|ban đêm|thói quen|sở thích|kỷ vật|lưu niệm|quà lưu niệm|tấm lòng|tình cảm|tâm huyết|tâm ý|sự|niềm|nét|buổi|cả buổi|đội ngũ|chấm|lớp|[0-9]+ lớp|ba lớp|hai lớp|tuyệt đối|đầu tư|nỗ lực|cố gắng|chuẩn bị|quan tâm|sự quan tâm|không gian|nhạc|chỗ ngồi|chỗ|view|nhân dịp|hội|nhóm|team mình|khẩu vị|gu|trà đạo|bộ trà|ấm tử sa|trong veo|xanh|vàng|nhẹ|ấm|mát|tròn|đầy|đi|về|hoa|cánh|búp|nụ|lá|nhụy|cánh sen|men|gốm|sứ|bát tràng|thủ công|làng nghề|cành|nghệ nhân|tây hồ|hồ tây|thái nguyên|hà nội|sài gòn|đà lạt|bảo lộc|lâm đồng|huế|quê|quê nhà|miền bắc|miền tây|miền trung|miền nam|việt nam|' +
      'ly|tách|cốc|bình|bếp|bàn|tủ|kệ|phòng khách|góc|một|đêm|bữa|cơm|lễ|mùa|mùa hè|mùa đông|thu|hè|cưới|đám cưới|trung thu|noel|giáng sinh|kỷ niệm|20 11|8 3|20 10|tân gia|mừng thọ|công sở|văn phòng|cơ quan|hội nghị|sự kiện|' +
      'ông bà|bố mẹ|ba mẹ|cha mẹ|hai bên|nội|ngoại|bạn thân|bạn gái|bạn trai|người yêu|đồng nghiệp|đối tác|khách hàng|hàng xóm|người thân|người nhận|người lớn|người già|các cụ|cụ|cháu|chủ|chủ shop|cô chủ|chị chủ|anh chủ|em chủ|' +
      'bạn nhân viên|bạn shipper|anh shipper|quản lý|lễ tân|thu ngân|tổng đài|tin nhắn|inbox|zalo|facebook|fanpage|shopee|tiki|video|hình|ảnh|thông tin|hướng dẫn|cách pha|công dụng|tác dụng|sức khỏe|tinh thần|cảm giác|không khí|' +
      'hậu vị|dư vị|mùi thơm|mùi hương|vị giác|chất trà|chất sen|truyền thống|văn hóa|quà việt|đặc sản|thương hiệu việt|hàng việt|nhãn|tem|ruy băng|nơ|giấy|hộp thiếc|hộp gỗ|túi giấy|set|combo|dòng|loại|vị sen|vị nhài|chuyến|đường|xa|gần|tỉnh|thành phố|nước ngoài|mỹ|úc|nhật',
  ),
  praise: words(
    'ngon|khéo|khéo léo|yên tĩnh|yên bình|thần tốc|thần kỳ|đúng chuẩn|chữ tín|giữ chữ tín|giữ uy tín|xứng|xứng với giá|xứng tầm|sớm hơn dự kiến|sớm hơn hẹn|sớm hơn dự định|sớm hơn mong đợi|sâu sắc|đằm thắm|mượt mà|đẹp đẽ|tuyệt hảo|quyến rũ|ấn tượng|hấp dẫn|lôi cuốn|cuốn hút|thú vị|tuyệt diệu|hào phóng|rộng rãi|thoáng đãng|trang nhã|trang trọng|thanh nhã|thanh thoát|cổ điển|hoài niệm|gần gũi|chân tình|chân thật|tận lực|hiền|hiền lành|giỏi|am hiểu|nhiệt huyết|hăng hái|bài bản|có liền|có ngay|nhận liền|tới liền|dịu|đượm|ngát|thanh|giòn|bùi|êm dịu|thoang thoảng|thoảng|sáng bóng|mịn màng|dày dặn|chắc tay|bền|tròn vị|trầm trồ|cưng|quý|trân quý|hết mình|hết lòng|thật tâm|nồng hậu|nồng nhiệt|tinh khôi|êm ái|đáng nhớ|lẹ|mịn|thơm|tốt|tuyệt|nhanh|đẹp|xinh|xịn|ưng|ổn|mê|ghiền|nghiện|thích|yêu|thương|vui|sạch|sang|kỹ|kĩ|gọn|rẻ|hay|tươi|êm|mượt|tiện|phê|cuốn|khen|ok|oke|good|great|perfect|nice|tuyệt vời|đỉnh',
  ),
  praisePhrases: [
    'hài lòng',
    'tuyệt( vời| cú mèo| hảo| phẩm| đỉnh)',
    '(xuất sắc|hoàn hảo|xịn sò|xịn xò|đỉnh cao|đỉnh của chóp|số (1|một|dách|dzách)|bá cháy|hết sảy|hết nấc|hết ý|ngon lành|ngon lành cành đào|mlem|ổn áp|ok la|miễn chê|khỏi chê|hết chỗ chê|hết xảy|mười trên mười|không phải nghĩ|quá đã|trên cả tuyệt vời|hơn cả tuyệt vời|hơn cả mong đợi|hơn mong đợi|vượt mong đợi|vượt ngoài mong đợi|ngoài mong đợi|ngoài sức tưởng tượng|ngon bất ngờ)',
    '(xinh xắn|xinh xẻo|sang trọng|lịch sự|lịch thiệp|chắc chắn|cẩn thận|kỹ càng|kĩ càng|kỹ lưỡng|kĩ lưỡng|gọn gàng|tinh tế|bắt mắt|đẹp mắt|sang xịn|đẳng cấp|tỉ mỉ|chỉn chu|trau chuốt|sạch sẽ|ngăn nắp|tươm tất|thoáng mát|thoải mái|ấm cúng|thanh lịch|cao cấp)',
    '(dễ thương dễ mến|có tâm quá|có trách nhiệm|nhiệt tình|dễ thương|dễ mến|đáng yêu|thân thiện|vui vẻ|niềm nở|cởi mở|tận tâm|tận tình|chu đáo|ân cần|hòa nhã|hiếu khách|mến khách|chuyên nghiệp|lễ phép|ngoan ngoãn|nhanh nhẹn|có tâm|có duyên|tử tế|tế nhị|nhẹ nhàng|hiểu ý|đúng ý|rõ ràng|minh bạch|trung thực|thật thà|trách nhiệm|đáng quý|quý mến|chịu khó|cute|ngoan)',
    '(hôm trước hôm sau có|nhanh như chớp|nhanh như điện|nhanh gọn lẹ|còn nguyên vẹn|nhanh chóng|nhanh gọn|nhanh lẹ|lẹ làng|mau lẹ|kịp thời|kịp lúc|kịp tết|đúng hẹn|đúng giờ|đúng hạn|đúng lịch|suôn sẻ|trơn tru|thuận tiện|tiện lợi|nguyên vẹn|còn nguyên|đầy đủ|đủ hàng|đúng hàng|đúng đơn|đúng mẫu|đúng hình|an toàn|trong ngày|hỏa tốc)',
    '(dễ|rất dễ|khá dễ|quá dễ)( dàng)?( (đặt hàng|mua hàng|sử dụng|thanh toán|liên hệ|thao tác|đặt|mua|dùng|tìm|pha|uống|hiểu)){0,2}',
    '(đáng đồng tiền bát gạo|xứng đáng với đồng tiền|xứng đáng đồng tiền|tiền nào của nấy|đáng đồng tiền|giá hợp lý|vừa túi tiền|hợp lý|hợp lí|phải chăng|hạt dẻ|đáng tiền|xứng đáng|đáng giá|đáng mua|giá tốt|giá rẻ|giá mềm|mềm)',
    '(đảm bảo chất lượng|chất lượng ổn định|rất chất lượng|hàng chất lượng|chất lượng cao|uy tín|an tâm|yên tâm|vững tâm|tin tưởng|tin cậy|đáng tin|tín nhiệm|chuẩn chỉnh|chuẩn vị|chuẩn gu|đảm bảo|ổn định|chuẩn|chất)',
    '(hợp khẩu vị|hợp gu|đúng gu|rất hợp|hợp gu mình|nước trong|nước xanh|xanh trong|hợp ý|vừa miệng|vừa ý|ưng ý|ưng cái bụng|ưng bụng|như ý|đúng ý|hợp với (mình|em|chị|mẹ|tôi))',
    '(đúng như|giống như|y như|như|giống|y|đúng)( (mô tả|quảng cáo|mong đợi|mong muốn|kỳ vọng|lời đồn|cam kết|hình|ảnh|hẹn|lời)){1,2}',
    '(thơm ngon|thơm lừng|thơm phức|thơm lâu|thơm nhẹ|thơm dịu|thơm ngát|thơm mát|thơm nức|thơm cả (phòng|nhà)|thơm nức mũi|ngon xỉu|mê xỉu|đẹp xỉu|vị thanh|vị đậm|đậm đà|đậm vị|đậm hương|thanh mát|thanh tao|thanh nhẹ|thanh khiết|ngọt hậu|hậu ngọt|hậu vị ngọt|dịu nhẹ|dịu dàng|ngọt dịu|ngọt ngào|ngọt thanh|dễ uống|dễ chịu|sảng khoái|tỉnh táo|thư giãn|thư thái|khoan khoái|nhâm nhi|chậm rãi|nhẹ bụng|dễ ngủ|ngủ ngon|giải nhiệt|mát lành|tự nhiên|mộc mạc|đặc trưng|độc đáo|tinh khiết|nguyên chất|hảo hạng|thượng hạng|hương vị quê nhà|đúng vị|chuẩn vị trà)',
    '(uống trà sen|sống chậm lại|vỡ òa hạnh phúc|vỡ òa|ngon hết chán|ngon hết sẩy|mới thấy ngon|uống hoài( mà)? không( hề| biết| thấy)? (chán|ngán)|uống là (mê|ghiền|nghiện)|càng uống càng (mê|ghiền|thích|ngon|nghiện))',
    '(ấm lòng|ấm áp|hạnh phúc|cảm động|xúc động|bất ngờ|trân quý|trân trọng|quý lắm|ý nghĩa|may mắn|vinh dự|biết ơn|tự hào|phấn khởi|nở mày nở mặt|mát lòng mát dạ)',
    '(không|ko|chẳng|chả|khỏi|đâu)( còn| hề| có)?( gì| điểm nào| chỗ nào| điều gì| cái gì)?( để| phải| mà| đáng| cần)?( nói| bàn)?( chê| phàn nàn| khiếu nại| góp ý)( vào đâu được| vào đâu| được| gì| nữa| thêm| hết| luôn){0,3}',
    '(không|chẳng|chả) có gì( để| phải| đáng)? (chê|phàn nàn|góp ý|khiếu nại|bàn)( cả| hết| luôn){0,2}',
    '(không|chẳng|chả|chưa)( hề| bao giờ| từng| khi nào| lần nào| làm (mình|tôi|em|chị|tui)){0,3} (thất vọng|hối hận|phải thất vọng|phàn nàn)( cả| hết)?',
    '(không|chẳng|chả)( hề)? (thua kém|thua|kém)( gì)?( hàng| trà| đồ)? (ngoại|nhập|nước ngoài|tây|nhật|tàu|đài loan|ai|bất kỳ ai)',
    '(không|chẳng|chả)( hề)?( bị)? (vỡ|bể|móp|trầy|nứt|méo|hư|rách|sứt|mẻ|xước)( hay)?( (vỡ|bể|móp|trầy|méo|nứt|hư|xước)){0,2}( gì| cái nào| chút nào| miếng nào| tí nào){0,2}( cả| hết| luôn){0,2}',
    '(không|chẳng) cái nào (vỡ|bể|hư|móp|nứt|trầy)( cả| hết)?',
    '(không|chẳng)( hề)?( bao giờ)? (phải chờ lâu|phải đợi lâu|mất thời gian|sai hẹn|lỡ hẹn|phải chờ|phải đợi|trễ|chậm|muộn)',
    '(không|chẳng)( hề)? (chát gắt|gắt|chát|đắng|hôi|tanh|nồng|ngấy|hăng|khé|hắc)( không| chút nào| gì| cả| (gắt|chát|đắng|hôi|tanh|nồng|ngấy)){0,2}',
    '(không thể|không)( nào)? (tuyệt vời|tốt|ngon|tuyệt) hơn( được nữa| được| nữa){0,2}',
    '(10|mười) điểm (về chỗ|không có nhưng|chất lượng)',
    `(nhất định sẽ|chắc chắn sẽ|lần sau sẽ|nhất định|chắc chắn|vẫn sẽ|sẽ|còn|mãi|luôn)( (tôi|mình|em|chị|anh|luôn|lại|vẫn|sẽ|còn|tiếp tục|dài dài|mãi)){0,4} ${AGAIN}( (dài dài|lâu dài|dài lâu|mãi mãi|nhiều nhiều|lần nữa|bạn bè|mọi người|người thân|gia đình|đồng nghiệp|shop mình|shop|nữa|tiếp|mãi|nhiều|thêm|lại|cho|ở|đây|bên|mình|luôn|hoài|trà)){0,6}`,
    `(lần sau|tết này|tết sang năm|năm sau|tháng sau|dịp khác|lần tới)( (mình|em|chị|tôi|tui|sẽ|lại|vẫn)){0,3} ${AGAIN}( (tiếp nữa|tiếp|nữa|shop|lại|ở|đây|thêm)){0,4}`,
    `(ủng hộ|theo|mua)( shop| trà| ở đây| bên mình){0,2} (dài dài|lâu dài|dài lâu|mãi mãi|hoài|mãi|tiếp)`,
    `(đã|sẽ|cũng|còn)( (mình|em|chị)){0,1} giới thiệu( (bạn bè|người thân|đồng nghiệp|mọi người|công ty|hàng xóm|cho|shop|bạn|nhiều|người|cả|rồi|với)){1,6}`,
    `${PEOPLE}( (mình|em|tôi|chị|tui|ai|cũng|đều|rất|ở|nhà|uống|dùng|ăn|nhận|xem|cả|mà)){0,5} (khen nức nở|hài lòng|khen ngon|khen đẹp|khen lắm|thích|khen|mê|ưng|ghiền|vui|khoái)`,
    'ai( cũng| nhận được cũng| uống cũng| đều){1,2} (khen ngon|thích|khen|mê|ưng|ghiền|vui)',
    '(hy vọng|mong là|mong rằng|mong|chúc)( (công ty|các bạn|trà sen|tiếp tục|ngày càng|shop|bạn|bên|mình|em|quý|luôn|mãi|sẽ|ngày|càng|giữ|được|vững|nguyên)){0,6} (phát triển|phát huy|phát đạt|giữ|đông khách|thành công|chất lượng|phong độ|vững mạnh|tốt|đắt hàng|lớn mạnh|bền vững)( (chất lượng|phong độ|này|như vậy|như thế này|vậy|mãi|hơn nữa|nữa)){0,3}',
    '((cứ thế mà|cứ tiếp tục|cố gắng|tiếp tục|cứ thế|cứ vậy|hãy) )?(phát huy|giữ vững|giữ (nguyên|được)|giữ chất lượng|duy trì)( (vững|nguyên|được|chất lượng|phong độ|hương vị|thế|này|như vậy|như thế|vậy|tiếp|mãi)){0,4}',
    '(nhanh|ngon|tốt|đẹp|rẻ|thơm|xịn)( hơn)( (mình|tôi|em|chị|tui))?( (so với dự kiến|cả mong đợi|mong đợi|dự kiến|dự tính|kỳ vọng|tưởng tượng|nghĩ|tưởng|mong|hẹn)){1,2}',
    '(vẫn|luôn)( (ngon|tốt|thơm|chất lượng|đẹp)) như (xưa|mọi lần|mọi khi|ngày nào|ngày đầu|lần đầu|trước)',
    '(một|1|ngàn|nghìn|trăm|vạn) (like|tim|sao|hoa)',
    '(like|love)( mạnh| shop| cho shop){0,2}',
    'gửi lời( (cảm ơn|cám ơn|chúc|khen|thăm|hỏi thăm)){1,2}',

    '(không|chẳng)( hề)?( có| dùng| chứa| pha)? (hóa chất|hương liệu|chất bảo quản|phẩm màu|tạp chất|mùi lạ)',
    '(không|chẳng)( hề)?( bị)? (mất ngủ|say trà|cồn ruột|xót ruột|khó ngủ)',
    '(hôm qua|hôm trước|tối qua|sáng nay) đặt( (mà|thì|là|hôm nay|nay|sáng nay|chiều|đã|có|nhận|được|hàng|rồi|luôn|ngay|liền)){2,7}',
    'đáng( để)? (thử|mua|uống|tiền|khen|trải nghiệm)',
    'tuyệt vời ông mặt trời',
    '(cầm|nắm) (chắc|êm|vừa) tay',
    'đúng (chất|vị|kiểu|điệu)( trà| sen| việt){0,2}',
    '(khó mà chê|khó chê)( vào đâu được| được| vào đâu)?',
    '[0-9]+ (tiếng|giờ|ngày|hôm|phút) (là|đã) (có|nhận|nhận được|tới|đến|xong)( (hàng|rồi|trà|nơi|luôn|ngay)){0,3}',
    '(hôm qua|hôm trước|sáng|tối|chiều) đặt( (mà|thì|là|hôm nay|hôm sau|chiều|sáng mai|sáng|tối|đã|có|nhận|được|hàng|rồi|luôn|ngay)){2,7}',
    'nên( (mình|em|chị|tôi|tui|nhà mình|cả nhà|rất|cũng|hôm nào)){1,3}',
    '(trả lời|phản hồi|rep|hồi âm|xử lý|giải quyết)( tin nhắn| ib| khách| thư| mail){0,2}( (cực kỳ|rất|quá|cực|siêu|khá|thật|luôn|cũng)){0,2} (nhanh chóng|kịp thời|tận tình|nhiệt tình|thỏa đáng|triệt để|nhanh|lẹ|tốt|ổn|gọn)',
    `${MUCH} (chất lượng|chi tiết|gần gũi|sang|đáng|lẹ|êm|chất|đậm|mịn|kịp)`,
    '(có|được|tặng|đã tặng)( thêm| kèm)?( cả)? (gói dùng thử|gói trà|tấm thiệp|quà tặng|quà nhỏ|trà mẫu|quà|thiệp)( tặng| kèm| xinh| viết tay| dễ thương| nhỏ| trà){0,3}',
    '(viết|ghi) tay',
    'mọi thứ( đều)?( rất)? (ok|ổn|tốt|tuyệt|đúng|hoàn hảo|như ý)',
    '(lần nào|lúc nào|khi nào|bao giờ)( cũng| mua cũng| uống cũng| đặt cũng| ghé cũng){1,2}( (vậy|thế|như vậy))?',
  ],
  storyPhrases: [
    '(dùng|mua|uống|theo|ủng hộ|đặt|ghé)( (trà|ở|đây|shop|bên|bạn|em|mình|của|này)){0,4} (từ lâu|lâu lắm|lâu nay|lâu|bao năm|nhiều năm)( rồi| nay){0,2}',
    '(mỗi|ngày|sáng|tối|chiều)( (sáng|tối|chiều|ngày|nào)){0,2} (một|1|hai|2) (tách|ly|ấm|chén|cốc|bình)( trà| trà sen){0,1}',
    `(mua|đặt|lấy|dùng)( (trà|quà|hàng|để|về|hộp|ít|bộ|cái|một|làm)){0,3}( (làm quà cho|làm quà|tặng cho|biếu cho|tặng|biếu|cho)){1,2} (sinh nhật )?${PEOPLE}( (mình|em|tôi|chị|tui|dịp tết|dịp sinh nhật|sinh nhật|ở quê|nước ngoài|và|hai bên)){0,4}`,
    '(lần đầu tiên|lần thứ hai|lần thứ ba|lần thứ [0-9]+|rất nhiều lần|lần đầu|lần [0-9]+|nhiều lần|mấy lần|vài lần|mấy năm|nhiều năm|bao năm|[0-9]+ năm|lâu năm|nhiều đơn)( (mình|em|chị|tôi|tui|mua|đặt|dùng|uống|thử|ở|đây|shop|bên|rồi|nay)){1,6}',
    '(đã |mới )?(mua|đặt|dùng|uống|ghé|thử)( (ở|đây|shop|bên|trà|của|này|mình)){0,4} (lần đầu tiên|lần thứ hai|lần thứ ba|lần thứ [0-9]+|lần đầu|lần [0-9]+|nhiều lần|mấy lần|vài lần|mấy năm|nhiều năm|[0-9]+ năm|thường xuyên|hoài|suốt)( rồi| nay){0,2}',
    '(khách hàng thân thiết|khách hàng|khách quen|khách ruột|fan cứng|khách|fan|mối)( (quen|ruột|lâu năm|thân thiết|trung thành|cứng|của|shop|mình)){1,4}',
    '(sáng nào|tối nào|ngày nào|chiều nào)( (mình|em|chị|tôi|nhà|cả|cũng|uống|pha|một|tách|ly|ấm|dùng|trà|sen)){1,8}',
    '(uống|pha|dùng)( trà| một tách| một ấm| ly| tách){0,2} (mỗi ngày|mỗi sáng|mỗi tối|hàng ngày|hằng ngày|cả ngày|buổi sáng|buổi tối|sau bữa ăn|sau giờ làm)',
    '(hôm qua|hôm nay|sáng nay|chiều nay|tuần trước|hôm trước|hôm kia)( (mình|em|chị|tôi|nhà|vừa|mới|đã|nhận|được|hàng|trà|uống|pha|thử|rồi|có)){1,6}',
    'nhận( được)? (hàng|trà|quà|thiệp|đơn|đủ hàng|hộp trà)( (rồi|hôm qua|hôm nay|sáng nay|đầy đủ)){0,2}',
    '(đánh giá|cho|chấm|vote|tặng)( shop| cho shop| bạn| luôn| hẳn| full| tròn){0,3} (5|năm|10|mười) (sao|điểm)',
    '(thank you|cảm ơn|cám ơn|thank|thanks)( (shop|bạn|các bạn|em|anh|chị|nhiều|rất|cả|nhà|mình|team|đội ngũ|nhân viên|công ty|quý|trà sen|đã|luôn|vì|tất cả|lắm|ạ|nhé|nha)){0,8}',
  ],
  deeds: words('giao|ship|gói|đóng|tư|phục|hỗ|chăm|trả|phản|bán|làm|xử|giải|pha|gửi|viết|nói'),
  much: words('rất|quá|lắm|ghê|luôn|thật|thiệt|cực|siêu|khá|đều|vô|sức|cũng|vẫn|đã|được|vì|do|thấy'),
  softEnds: words('nhé|nha|nhá|nhen|nghen|nghe|đi|giùm|giúp|hen'),
  markedOnly: words('do|giá|gia|bán|bộ|hay|chất|ô|tươi|kĩ|kỹ|mua|em|đầu|bé|đồ|hi|làm'),
  scalePhrases: [
    '(không|chưa|chẳng)( được| hề| thể)?( nào)? hài lòng( lắm)?',
    '(bình thường|trung lập|tạm được|tạm|thôi)',
    '(rất khó khăn|rất khó|khó khăn)',
    '(rồi|xong|ok|oke|ổn|được|đã|hết|đúng|có|vâng|dạ|ừ|chưa|không|vẫn|hiện|giải quyết|xử lý|khắc phục|sửa|triệt để|dứt điểm|vấn đề|việc|của|đâu)',
  ],
}

import { defineProblems } from "#kernel/problem.ts";

export const identityProblems = defineProblems("identity", {
  wrong_credentials: {
    status: 401,
    vi: "Tên đăng nhập hoặc mật khẩu không đúng.",
    en: "The username or the password is not right.",
  },
  person_changed_meanwhile: {
    status: 409,
    vi: "Trong lúc ông/bà đang nhập, thông tin người này đã được sửa. Nội dung ông/bà nhập vẫn còn; hãy xem lại rồi gửi.",
    en: "Someone has changed this person while you were typing. What you typed is still here; look again, then send.",
  },
  own_name: {
    status: 403,
    vi: "Họ tên của mình do người quản trị của đơn vị sửa.",
    en: "Your own name is corrected by the administrator of your unit.",
  },
  locked_out: {
    status: 429,
    vi: "Tên này đã nhập sai nhiều lần liền. Hãy đợi {minutes} phút rồi thử lại, hoặc nhờ người quản trị cấp liên kết đặt lại mật khẩu.",
    en: "This name has failed several times in a row. Wait {minutes} minutes and try again, or ask your administrator for a link to set a new password.",
  },
  too_many_attempts: {
    status: 429,
    vi: "Có quá nhiều lần thử từ mạng này trong thời gian ngắn. Hãy đợi một phút rồi thử lại.",
    en: "There were too many attempts from this network. Wait a minute and try again.",
  },
  account_locked: {
    status: 403,
    vi: "Tài khoản này đang bị khóa. Hãy liên hệ người quản trị của đơn vị.",
    en: "This account is locked. Please speak to the administrator of your unit.",
  },
  offer_gone: {
    status: 404,
    vi: "Lời mời nhận chức vụ này đã được nhận hoặc từ chối, đã quá hạn hoặc không còn hiệu lực. Hãy xin người quản trị một đường dẫn mới.",
    en: "This offer of a post has been accepted or declined, has run out or holds no longer. Ask the administrator for a new link.",
  },
  offer_not_found: {
    status: 404,
    vi: "Không có lời mời nhận chức vụ này.",
    en: "There is no such offer of a post.",
  },
  offer_accepted: {
    status: 409,
    vi: "Lời mời đã được nhận nên không rút lại được nữa. Nếu cần, hãy cho thôi chức vụ ấy.",
    en: "This offer has been accepted and cannot be withdrawn any more. Where needed, end the post.",
  },
  offer_declined: {
    status: 409,
    vi: "Lời mời đã bị từ chối nên không còn gì để rút lại.",
    en: "This offer has been declined; there is nothing to withdraw any more.",
  },
  code_used: {
    status: 422,
    vi: "Mã này vừa được dùng rồi; mỗi mã chỉ dùng một lần. Hãy đăng nhập lại và nhập mã kế tiếp trong ứng dụng.",
    en: "This code has just been used, and each works once. Sign in again and enter the app's next code.",
  },
  common_password: {
    status: 422,
    vi: "Mật khẩu này quá quen thuộc nên dễ bị đoán: đừng dùng dãy phím, số điện thoại, ngày sinh, tên đăng nhập, hay từ như “matkhau” thêm vài con số. Một câu dễ nhớ với mình là tốt nhất.",
    en: "This password is too common and easily guessed: no rows of keys, telephone numbers, dates of birth, usernames, nor words like “matkhau” with some digits. A sentence you can remember is best.",
  },
  wrong_code: {
    status: 422,
    vi: "Mã không đúng hoặc đã hết hạn. Hãy nhập mã mới nhất trong ứng dụng, hoặc một mã khôi phục chưa dùng.",
    en: "The code is wrong or has run out. Enter the newest code of the app, or an unused recovery code.",
  },
  second_factor_on: {
    status: 409,
    vi: "Xác thực hai bước đã được bật cho tài khoản này. Muốn đổi ứng dụng thì tắt trước rồi bật lại.",
    en: "Two-step sign-in is on for this account already. To change the app, turn it off first.",
  },
  at_the_same_moment: {
    status: 409,
    vi: "Cùng lúc đó đã có một lần đăng nhập khác bằng mã khôi phục. Xin nhập lại mã, hoặc dùng mã khác.",
    en: "A recovery code was used for this account at the same moment. Enter yours again, or use another.",
  },
  second_factor_off: {
    status: 409,
    vi: "Xác thực hai bước chưa được bật cho tài khoản này. Hãy bắt đầu bật trước.",
    en: "Two-step sign-in is not on for this account. Begin by turning it on.",
  },
  second_step_expired: {
    status: 401,
    vi: "Bước nhập mã đã quá lâu hoặc sai quá nhiều lần. Hãy đăng nhập lại từ đầu.",
    en: "The second step took too long or failed too often. Please sign in again.",
  },
  second_factor_locked: {
    status: 429,
    vi: "Mã đã sai quá nhiều lần. Hãy đợi 15 phút rồi đăng nhập lại.",
    en: "Too many wrong codes. Wait 15 minutes and sign in again.",
  },
  wrong_current_password: {
    status: 422,
    vi: "Mật khẩu hiện nay không đúng.",
    en: "The present password is not right.",
  },
  passwords_differ: {
    status: 422,
    vi: "Hai lần nhập mật khẩu không giống nhau.",
    en: "The two passwords are not the same.",
  },
  session_ended: {
    status: 401,
    vi: "Phiên làm việc đã hết. Hãy đăng nhập lại.",
    en: "Your session has ended. Please sign in again.",
  },
  username_taken: {
    status: 409,
    vi: "Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.",
    en: "This username is already in use. Choose another.",
  },
  has_account: {
    status: 409,
    vi: "Người này đã có tài khoản.",
    en: "This person already has an account.",
  },
  no_account: {
    status: 404,
    vi: "Người này chưa có tài khoản.",
    en: "This person has no account yet.",
  },
  invitation_gone: {
    status: 404,
    vi: "Liên kết này không còn dùng được: đã dùng rồi, đã quá hạn, hoặc đã có liên kết mới thay thế.",
    en: "This link works no longer: it was used, it has run out, or a newer one has replaced it.",
  },
  not_in_unit: {
    status: 422,
    vi: "Hiện nay người này không giữ chức vụ nào ở đơn vị đã chọn. Hãy giao chức vụ trước.",
    en: "This person holds no post in the unit chosen. Appoint them first.",
  },
  beyond_own_rights: {
    status: 403,
    vi: "Người này đang, sắp hoặc từng giữ chức vụ ở đơn vị mà ông/bà không quản trị; hãy nhờ người quản trị cấp trên.",
    en: "This person holds, will hold or once held a post in a unit that you do not administer; ask the administrator above.",
  },
  not_oneself: {
    status: 422,
    vi: "Không thể tự khóa tài khoản của chính mình.",
    en: "You cannot lock your own account.",
  },
  already_locked: {
    status: 409,
    vi: "Tài khoản này đang bị khóa rồi.",
    en: "This account is already locked.",
  },
  not_locked: { status: 409, vi: "Tài khoản này không bị khóa.", en: "This account is not locked." },
  post_not_held: {
    status: 403,
    vi: "Ông/bà chỉ tạo được mã truy cập cho chức vụ mà chính mình đang giữ.",
    en: "You can only make a token for a post that you hold yourself.",
  },
  token_not_enough: {
    status: 403,
    vi: "Việc này cần người đăng nhập, không thực hiện bằng mã truy cập được.",
    en: "This takes a person who has signed in; a token is not enough.",
  },
  token_not_found: { status: 404, vi: "Không có mã truy cập này.", en: "There is no such token." },
  token_revoked: {
    status: 409,
    vi: "Mã truy cập này đã bị thu hồi.",
    en: "This token has already been revoked.",
  },
  token_term: {
    status: 422,
    vi: "Ngày hết hạn phải từ hôm nay đến {last}.",
    en: "The last day must be between today and {last}.",
  },
  session_not_found: { status: 404, vi: "Không có phiên này.", en: "There is no such session." },
});

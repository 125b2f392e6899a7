export default ["المحيط الأطلسي"];

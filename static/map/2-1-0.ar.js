export default ["جرينلاند"];

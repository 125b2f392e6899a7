export default ["جزر فوكلاند"];

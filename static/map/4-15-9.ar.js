export default ["نيوزيلندا","أوكلاند"];

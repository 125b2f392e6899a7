export default ["آيسلندا","غلاسكو"];

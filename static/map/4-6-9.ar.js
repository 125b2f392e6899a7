export default ["ريو دى جانيرو"];

export default ["تومسك","سورغوت"];
